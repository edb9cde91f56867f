import { AGES } from "./ages.ts";
import type { LifeTable } from "./life-table.ts";
import { MIGRATION_SCHEDULE } from "./schedules.ts";

/** Persons by single year of age, not rounded. */
export interface People {
  readonly female: Float64Array;
  readonly male: Float64Array;
}

/** What happens within one year. */
export interface YearRates {
  readonly female: LifeTable;
  readonly male: LifeTable;
  /** Births per woman by single year of age. */
  readonly fertility: Float64Array;
  /** Boys born per girl. */
  readonly sexRatio: number;
}

/** The people a year later before anyone has moved, and what the year brought. */
export interface Natural {
  readonly people: People;
  readonly births: number;
  readonly deaths: number;
}

export const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
export const totalOf = ({ female, male }: People): number => sum(female) + sum(male);

function survive(start: Float64Array, { survival }: LifeTable): Float64Array {
  const next = new Float64Array(AGES);
  for (let age = 1; age < AGES; age++) next[age] = start[age - 1]! * survival[age]!;
  next[AGES - 1]! += start[AGES - 1]! * survival[AGES]!;
  return next;
}

/**
 * One year of a cohort-component projection without migration. Women give birth at the mean of their number at the
 * two ends of the year; deaths are those of the people at the start and of the children born within the year.
 */
export function live(start: People, rates: YearRates): Natural {
  const people = { female: survive(start.female, rates.female), male: survive(start.male, rates.male) };
  let births = 0;
  for (let age = 0; age < AGES; age++) {
    births += (rates.fertility[age]! * (start.female[age]! + people.female[age]!)) / 2;
  }
  const girls = births / (1 + rates.sexRatio);
  people.female[0] = girls * rates.female.survival[0]!;
  people.male[0] = (births - girls) * rates.male.survival[0]!;
  return { people, births, deaths: totalOf(start) + births - totalOf(people) };
}

/**
 * The people after `migrants` (net, negative where more leave) have moved, spread over ages in proportion to the
 * people there and to how readily that age moves. Never takes more than nine in ten of an age: what would,
 * is cut there.
 * @returns the people and the migrants that really moved.
 */
export function move(people: People, migrants: number): { people: People; migration: number } {
  let ready = 0;
  for (let age = 0; age < AGES; age++) {
    ready += MIGRATION_SCHEDULE[age]! * (people.female[age]! + people.male[age]!);
  }
  const factor = ready === 0 ? 0 : migrants / ready;
  const moved = (ages: Float64Array) =>
    ages.map((value, age) => value * Math.max(0.1, 1 + factor * MIGRATION_SCHEDULE[age]!));
  const after = { female: moved(people.female), male: moved(people.male) };
  return { people: after, migration: totalOf(after) - totalOf(people) };
}
