import { builder } from "./builder.ts";

export const DirectionEnum = builder.enumType("Direction", {
  description: "Direction of an order. Absent values come last either way; ties go by place code.",
  values: {
    ASC: { description: "Smallest first, or A to Z." },
    DESC: { description: "Largest first, or Z to A." },
  } as const,
});
