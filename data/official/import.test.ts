import assert from "node:assert/strict";
import { mkdir, symlink } from "node:fs/promises";
import { join } from "node:path";
import test from "node:test";
import { BIOMETRIC, DEMOGRAPHIC, ENROLMENT, mendFew, rowsAsText, withFiles } from "./fixture.ts";
import { importFiles } from "./import.ts";

const options = { mend: mendFew };
const importOf = (files: Record<string, string | Uint8Array>) =>
  withFiles(files, (folder) => importFiles([folder], options));
const codes = ({ quality }: Awaited<ReturnType<typeof importOf>>) =>
  quality.reasons.map(({ code, rows }) => `${code} ${rows}`);

test("three datasets come together in one row of a date, district and pincode", async () => {
  const { rows, quality, files } = await importOf({
    "a.csv": `${ENROLMENT}\n01-03-2025,Telangana,Hyderabad,500001,3,2,1\n`,
    "b.csv": `${DEMOGRAPHIC}\n01-03-2025,Telangana,Hyderabad,500001,5,300\n`,
    "c/d.CSV": `${BIOMETRIC}\n01-03-2025,Telangana,Hyderabad,500001,70000,7\n03-03-2025,Telangana,Warangal,500001,0,0\n`,
  });
  assert.deepEqual(rowsAsText(rows), [
    "2025-03-01 IN-TG/hyderabad 500001 7 3 2 1 5 300 70000 7",
    "2025-03-03 IN-TG/warangal 500001 4 0 0 0 0 0 0 0",
  ]);
  assert.deepEqual(quality.missingDates, ["2025-03-02"]);
  assert.deepEqual(
    files.map(({ dataset, rowsKept }) => [dataset, rowsKept]),
    [
      ["ENROLMENT", 1],
      ["DEMOGRAPHIC_UPDATE", 1],
      ["BIOMETRIC_UPDATE", 2],
    ],
  );
});

test("a line equal in every field is dropped, across files too, but not across datasets", async () => {
  const line = "01-03-2025,Telangana,Hyderabad,500001,1,2";
  const result = await importOf({
    "a.csv": `${DEMOGRAPHIC}\n${line}\n${line}\r\n`,
    "b.csv": `${DEMOGRAPHIC}\r\n"01-03-2025","Telangana","Hyderabad",500001, 01,2`,
    "c.csv": `${BIOMETRIC}\n${line}\n`,
  });
  assert.deepEqual(rowsAsText(result.rows), ["2025-03-01 IN-TG/hyderabad 500001 6 0 0 0 1 2 1 2"]);
  assert.deepEqual(
    result.files.map(({ duplicates }) => duplicates),
    [1, 1, 0],
  );
  assert.equal(result.quality.duplicates, 2);
});

test("other counts, and other spellings of a place, add up", async () => {
  const result = await importOf({
    "a.csv": [
      BIOMETRIC,
      "01-03-2025,Telangana,Hyderabad,500001,1,2",
      "01-03-2025,Telangana,Hyderabad,500001,1,3",
      "01-03-2025,Andhra Pradesh,Hyderabad,500001,1,2",
      "01-03-2025,Telangana,Hyderabad ,500001,1,2",
    ].join("\n"),
  });
  assert.deepEqual(rowsAsText(result.rows), ["2025-03-01 IN-TG/hyderabad 500001 4 0 0 0 0 0 4 9"]);
  assert.equal(result.summed, 3);
  assert.equal(result.quality.duplicates, 0);
  assert.equal(result.quality.renamedStates, 1);
  assert.equal(result.quality.renamedDistricts, 1);
  assert.deepEqual(
    result.mends.map(({ state, district, step, rows }) => [state, district, step, rows]),
    [
      ["Andhra Pradesh", "Hyderabad", "alias", 1],
      ["Telangana", "Hyderabad ", "exact", 1],
      ["Telangana", "Hyderabad", "exact", 2],
    ],
  );
});

test("each kind of wrong line is turned away for its own reason, with its place", async () => {
  const wrong: Record<string, string> = {
    BAD_DATE: "31-02-2025,Telangana,Hyderabad,500001,1,2",
    DATE_OUT_OF_RANGE: "01-03-1925,Telangana,Hyderabad,500001,1,2",
    BAD_PINCODE: "01-03-2025,Telangana,Hyderabad,050001,1,2",
    NEGATIVE_COUNT: "01-03-2025,Telangana,Hyderabad,500001,-1,2",
    BAD_COUNT: "01-03-2025,Telangana,Hyderabad,500001,1,2.5",
    COUNT_TOO_LARGE: "01-03-2025,Telangana,Hyderabad,500001,1,2147483648",
    WRONG_FIELD_COUNT: "01-03-2025,Telangana,Hyderabad,500001,1",
    BAD_QUOTES: '01-03-2025,"Telangana,Hyderabad,500001,1,2',
    CONTROL_CHARACTER: "01-03-2025,Telangana,Hyder\u0000abad,500001,1,2",
    REPEATED_HEADER: BIOMETRIC,
    UNKNOWN_STATE: "01-03-2025,100000,Raja Annamalai Puram,600028,1,2",
    UNKNOWN_DISTRICT: "01-03-2025,Telangana,Nowhere,500001,1,2",
    TRUNCATED_LINE: "01-03-2025,Telangana,Hyd",
  };
  const good = "01-03-2025,Telangana,Hyderabad,500001,2147483647,2";
  const result = await importOf({ "a.csv": [BIOMETRIC, good, ...Object.values(wrong)].join("\n") });
  assert.deepEqual(
    codes(result).toSorted(),
    Object.keys(wrong)
      .map((code) => `${code} 1`)
      .toSorted(),
  );
  Object.entries(wrong).forEach(([code, line], index) => {
    const { example } = result.quality.reasons.find((reason) => reason.code === code)!;
    assert.equal(example, `a.csv:${index + 3}: ${line.replace("\0", "\\x00")}`);
  });
  assert.equal(result.quality.rowsKept, 1);
});

test("other ways of writing a date are none", async () => {
  const dates = [
    "2025-13-01",
    "2025-03-01",
    "1-3-2025",
    "01/03/2025",
    "01-03-25",
    "00-03-2025",
    "01-00-2025",
  ];
  const lines = dates.map((date) => `${date},Telangana,Hyderabad,500001,1,2`);
  assert.deepEqual(codes(await importOf({ "a.csv": `${[BIOMETRIC, ...lines].join("\n")}\n` })), [
    "BAD_DATE 7",
  ]);
});

test("the header may be marked, quoted, in capitals, and in another order", async () => {
  const { rows } = await importOf({
    "a.csv":
      '\ufeff"Pincode", DATE ,state,district,Bio_Age_17_,bio_age_5_17\r\n500001,01-03-2025,Telangana,Hyderabad,9,4\r\n',
  });
  assert.deepEqual(rowsAsText(rows), ["2025-03-01 IN-TG/hyderabad 500001 4 0 0 0 0 0 4 9"]);
});

test("what is no such file is refused and named; the others go on", async () => {
  const good = `${BIOMETRIC}\n01-03-2025,Telangana,Hyderabad,500001,1,2\n`;
  const files = {
    "empty.csv": "",
    "good.csv": good,
    "mac.csv": good.replaceAll("\n", "\r"),
    "nul.csv": "date\0,state",
    "other.csv": "date,state,district,pincode,deaths\n",
    "semicolons.csv": good.replaceAll(",", ";"),
    "utf16.csv": Buffer.from(`\ufeff${good}`, "utf16le"),
    "zip.csv": "PK\u0003\u0004",
  };
  const { refused, rows } = await importOf(files);
  assert.equal(rows.date.length, 1);
  const said = refused.map(({ path, why }) => `${path.split("/").at(-1)}: ${why}`);
  assert.match(said[0]!, /^empty.csv: it is empty/);
  assert.match(said[1]!, /^mac.csv: .*CR alone/);
  assert.match(said[2]!, /^nul.csv: .*NUL/);
  assert.match(
    said[3]!,
    /^other.csv: .*"date,state,district,pincode,deaths", is no header .* expected date,state/,
  );
  assert.match(said[4]!, /^semicolons.csv: .*is no header/);
  assert.match(said[5]!, /^utf16.csv: it is UTF-16/);
  assert.match(said[6]!, /^zip.csv: it is a ZIP/);
  assert.equal(said.length, 7);
});

test("links that lead in a circle end; a file that two paths lead to is read once", async () => {
  const good = `${BIOMETRIC}\n01-03-2025,Telangana,Hyderabad,500001,1,2\n`;
  await withFiles({ "deep/good.csv": good, "readme.txt": "" }, async (folder) => {
    await symlink(folder, join(folder, "deep", "up"));
    await symlink(join(folder, "self.csv"), join(folder, "self.csv"));
    await symlink(join(folder, "deep", "good.csv"), join(folder, "again.csv"));
    await symlink("nowhere", join(folder, "gone.csv"));
    await mkdir(join(folder, "bare"));
    const paths = [
      folder,
      join(folder, "deep"),
      join(folder, "bare"),
      join(folder, "none.csv"),
      join(folder, "readme.txt"),
    ];
    const { quality, refused, passedOver } = await importFiles(paths, options);
    assert.equal(quality.rowsRead, 1);
    assert.deepEqual(passedOver, [join(folder, "readme.txt")]);
    assert.deepEqual(
      refused.map(({ path, why }) => [path.slice(folder.length + 1), why]),
      [
        ["gone.csv", "there is no such file or folder"],
        ["self.csv", "its symbolic links lead round in a circle"],
        ["none.csv", "there is no such file or folder"],
        ["readme.txt", "it is empty: not even a header"],
      ],
    );
  });
});

test("a folder without a .csv file is named", async () => {
  await withFiles({ "notes.txt": "" }, async (folder) => {
    const { refused, rows } = await importFiles([folder], options);
    assert.deepEqual(refused, [{ path: folder, why: "the folder holds no .csv file" }]);
    assert.equal(rows.date.length, 0);
  });
});

test("counts that add up to more than a snapshot holds are an error, not a wrong sum", async () => {
  const lines = [1, 2, 3].map((n) => `01-03-2025,Telangana,Hyderabad,500001,2147483647,${n}`);
  await assert.rejects(importOf({ "a.csv": [BIOMETRIC, ...lines].join("\n") }), {
    name: "Fault",
    message: /BIOMETRIC_UPDATE_AGE_5_17 adds up to 6442450941 persons/,
  });
});
