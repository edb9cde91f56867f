import type { Role } from "../engines/assistant/understood.ts";
import { builder } from "./builder.ts";

export const RoleEnum = builder.enumType("Role", {
  description: "Who asks: it decides what comes first, never a figure.",
  values: {
    POLICE: { description: "Police." },
    EDUCATION: { description: "Education." },
    HEALTH: { description: "Health." },
    BUDGET: { description: "Finance and budget." },
    DISTRICT_ADMIN: { description: "District administration." },
    STATE_GOVT: { description: "State government." },
    SKILL: { description: "Skill development." },
  } satisfies Record<Role, { description: string }>,
});
