-- Plans, their versions and the units that take part in them; an office to which they belong. Everything that a plan asks for
-- carries its plan. What is there belongs to the one plan that a database had so far. Its content is a file: the first start
-- stores it as the plan's first version (src/plans).
CREATE TABLE "office" (
    "id" SERIAL NOT NULL,
    "code" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "office_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "office_code_key" ON "office"("code");
ALTER TABLE "office" ADD CONSTRAINT "office_code" CHECK ("code" ~ '^[a-z][a-z0-9-]*$');

CREATE TABLE "plan" (
    "id" SERIAL NOT NULL,
    "office_id" INTEGER NOT NULL,
    "code" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closed_at" TIMESTAMPTZ(3),
    "closed_by_id" INTEGER,

    CONSTRAINT "plan_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "plan_closed" CHECK ("closed_at" IS NOT NULL OR "closed_by_id" IS NULL),
    CONSTRAINT "plan_closed_with_a_code" CHECK ("code" IS NOT NULL OR "closed_at" IS NULL)
);
CREATE UNIQUE INDEX "plan_office_id_code_key" ON "plan"("office_id", "code");

CREATE TABLE "plan_version" (
    "id" SERIAL NOT NULL,
    "plan_id" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "hash" TEXT NOT NULL,
    "loaded_at" TIMESTAMPTZ(3) NOT NULL,
    "loaded_by_id" INTEGER,
    "differences" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "plan_version_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "plan_version_number" CHECK ("number" > 0),
    CONSTRAINT "plan_version_content" CHECK (jsonb_typeof("content") = 'object'),
    CONSTRAINT "plan_version_hash" CHECK ("hash" ~ '^[0-9a-f]{64}$'),
    CONSTRAINT "plan_version_differences" CHECK (jsonb_typeof("differences") = 'array')
);
CREATE UNIQUE INDEX "plan_version_plan_id_number_key" ON "plan_version"("plan_id", "number");

CREATE TABLE "plan_unit" (
    "plan_id" INTEGER NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "min" INTEGER,
    "max" INTEGER,
    "position" INTEGER NOT NULL,
    "since" DATE,
    "until" DATE,

    CONSTRAINT "plan_unit_pkey" PRIMARY KEY ("plan_id","unit_id"),
    CONSTRAINT "plan_unit_kind" CHECK ("kind" ~ '^[A-Za-z][A-Za-z0-9_-]*$'),
    CONSTRAINT "plan_unit_quota" CHECK (CASE WHEN "min" IS NULL THEN "max" IS NULL
      ELSE "min" >= 0 AND ("max" IS NULL OR "max" >= "min") END),
    CONSTRAINT "plan_unit_position" CHECK ("position" >= 0),
    CONSTRAINT "plan_unit_days" CHECK ("since" <= "until")
);
CREATE INDEX "plan_unit_unit_id_idx" ON "plan_unit"("unit_id");

INSERT INTO "office" ("code") VALUES ('office');
INSERT INTO "plan" ("office_id") SELECT "id" FROM "office";

-- Units take part in the plan with the kind that was their own.
INSERT INTO "plan_unit" ("plan_id", "unit_id", "kind", "position")
  SELECT p."id", u."id", u."kind", u."position" FROM "unit" u CROSS JOIN "plan" p;
ALTER TABLE "unit" DROP COLUMN "kind", ADD COLUMN "office_id" INTEGER;
UPDATE "unit" SET "office_id" = (SELECT "id" FROM "office");
ALTER TABLE "unit" ALTER COLUMN "office_id" SET NOT NULL;

-- Roles that act for no unit act for the office.
ALTER TABLE "membership" ADD COLUMN "office_id" INTEGER;
UPDATE "membership" SET "office_id" = (SELECT "id" FROM "office") WHERE "unit_id" IS NULL;
ALTER TABLE "membership" ADD CONSTRAINT "membership_place" CHECK (num_nonnulls("unit_id", "office_id") = 1);
ALTER TABLE "invitation" ADD COLUMN "office_id" INTEGER;
UPDATE "invitation" SET "office_id" = (SELECT "id" FROM "office") WHERE "unit_id" IS NULL AND "role" IS NOT NULL;
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_place" CHECK ("role" IS NULL OR num_nonnulls("unit_id", "office_id") = 1);

-- Which time of a recurring duty: a text instead of a year with 0 for none.
ALTER TABLE "exemplar" ADD COLUMN "plan_id" INTEGER, ADD COLUMN "occurrence" TEXT NOT NULL DEFAULT '';
UPDATE "exemplar" SET "plan_id" = (SELECT "id" FROM "plan");
ALTER TABLE "exemplar" ALTER COLUMN "plan_id" SET NOT NULL;

ALTER TABLE "filing" ADD COLUMN "plan_id" INTEGER, ADD COLUMN "occurrence" TEXT NOT NULL DEFAULT '';
UPDATE "filing" SET "plan_id" = (SELECT "id" FROM "plan"), "occurrence" = CASE "year" WHEN 0 THEN '' ELSE "year"::text END;
ALTER TABLE "filing" ALTER COLUMN "plan_id" SET NOT NULL, DROP COLUMN "year";

ALTER TABLE "nudge_round" ADD COLUMN "plan_id" INTEGER, ADD COLUMN "occurrence" TEXT NOT NULL DEFAULT '';
UPDATE "nudge_round" SET "plan_id" = (SELECT "id" FROM "plan"), "occurrence" = CASE "year" WHEN 0 THEN '' ELSE "year"::text END;
ALTER TABLE "nudge_round" ALTER COLUMN "plan_id" SET NOT NULL, DROP COLUMN "year";

-- The due from which a nudge counts is in the plan file too: the first start fills it in.
DROP INDEX "nudge_duty_year_unit_id_stage_person_id_key";
ALTER TABLE "nudge" ADD COLUMN "plan_id" INTEGER, ADD COLUMN "occurrence" TEXT NOT NULL DEFAULT '', ADD COLUMN "last_day" DATE;
UPDATE "nudge" SET "plan_id" = (SELECT "id" FROM "plan"), "occurrence" = CASE "year" WHEN 0 THEN '' ELSE "year"::text END;
ALTER TABLE "nudge" ALTER COLUMN "plan_id" SET NOT NULL, DROP COLUMN "year";

ALTER TABLE "exemplar" ADD CONSTRAINT "exemplar_occurrence"
  CHECK ("occurrence" ~ '^(\d{4}(-(H[12]|Q[1-4]|0[1-9]|1[0-2]))?)?$');
ALTER TABLE "filing" ADD CONSTRAINT "filing_occurrence"
  CHECK ("occurrence" ~ '^(\d{4}(-(H[12]|Q[1-4]|0[1-9]|1[0-2]))?)?$');
ALTER TABLE "nudge" ADD CONSTRAINT "nudge_occurrence"
  CHECK ("occurrence" ~ '^(\d{4}(-(H[12]|Q[1-4]|0[1-9]|1[0-2]))?)?$');
ALTER TABLE "nudge_round" ADD CONSTRAINT "nudge_round_occurrence"
  CHECK ("occurrence" ~ '^(\d{4}(-(H[12]|Q[1-4]|0[1-9]|1[0-2]))?)?$');

CREATE INDEX "exemplar_plan_id_idx" ON "exemplar"("plan_id");
CREATE INDEX "filing_plan_id_unit_id_duty_occurrence_idx" ON "filing"("plan_id", "unit_id", "duty", "occurrence");
CREATE UNIQUE INDEX "nudge_plan_id_duty_occurrence_unit_id_last_day_stage_person_key"
  ON "nudge"("plan_id", "duty", "occurrence", "unit_id", "last_day", "stage", "person_id");

ALTER TABLE "plan" ADD CONSTRAINT "plan_office_id_fkey" FOREIGN KEY ("office_id") REFERENCES "office"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "plan" ADD CONSTRAINT "plan_closed_by_id_fkey" FOREIGN KEY ("closed_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "plan_version" ADD CONSTRAINT "plan_version_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "plan_version" ADD CONSTRAINT "plan_version_loaded_by_id_fkey" FOREIGN KEY ("loaded_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "plan_unit" ADD CONSTRAINT "plan_unit_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "plan_unit" ADD CONSTRAINT "plan_unit_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "unit" ADD CONSTRAINT "unit_office_id_fkey" FOREIGN KEY ("office_id") REFERENCES "office"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "membership" ADD CONSTRAINT "membership_office_id_fkey" FOREIGN KEY ("office_id") REFERENCES "office"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_office_id_fkey" FOREIGN KEY ("office_id") REFERENCES "office"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "exemplar" ADD CONSTRAINT "exemplar_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "filing" ADD CONSTRAINT "filing_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "nudge" ADD CONSTRAINT "nudge_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "nudge_round" ADD CONSTRAINT "nudge_round_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Dues that officers moved.
CREATE TABLE "due_move" (
    "id" SERIAL NOT NULL,
    "plan_id" INTEGER NOT NULL,
    "duty" TEXT NOT NULL,
    "occurrence" TEXT NOT NULL DEFAULT '',
    "unit_id" INTEGER,
    "last_day" DATE NOT NULL,
    "previous" DATE,
    "exact" BOOLEAN NOT NULL DEFAULT false,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" INTEGER NOT NULL,
    "channel" TEXT NOT NULL,

    CONSTRAINT "due_move_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "due_move_duty" CHECK ("duty" ~ '^[A-Za-z][A-Za-z0-9_-]*$'),
    CONSTRAINT "due_move_occurrence" CHECK ("occurrence" ~ '^(\d{4}(-(H[12]|Q[1-4]|0[1-9]|1[0-2]))?)?$'),
    CONSTRAINT "due_move_has_its_reason" CHECK (char_length("reason") >= 10),
    CONSTRAINT "due_move_channel" CHECK ("channel" IN ('telegram', 'zalo', 'web'))
);
CREATE INDEX "due_move_plan_id_id_idx" ON "due_move"("plan_id", "id");
CREATE INDEX "due_move_unit_id_idx" ON "due_move"("unit_id");
ALTER TABLE "due_move" ADD CONSTRAINT "due_move_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "due_move" ADD CONSTRAINT "due_move_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "due_move" ADD CONSTRAINT "due_move_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- As the histories of exemplars, documents and people are (append_only_history).
CREATE TRIGGER "due_move_append_only" BEFORE UPDATE OR DELETE ON "due_move"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "due_move_not_emptied" BEFORE TRUNCATE ON "due_move" EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "plan_version_append_only" BEFORE UPDATE OR DELETE ON "plan_version"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "plan_version_not_emptied" BEFORE TRUNCATE ON "plan_version" EXECUTE FUNCTION "refuse_change"();
