-- AlterTable
ALTER TABLE "activity" ADD COLUMN     "carried_from_id" TEXT;

-- AlterTable
ALTER TABLE "plan" ADD COLUMN     "copied_from_id" TEXT;

-- AlterTable
ALTER TABLE "prompt" ADD COLUMN     "part_of_ids" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateTable
CREATE TABLE "plan_step" (
    "id" UUID NOT NULL,
    "county_id" TEXT NOT NULL,
    "plan_id" TEXT NOT NULL,
    "from" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "by_id" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "decided_on" TEXT,
    "dnr" TEXT,
    "meeting_id" TEXT,

    CONSTRAINT "plan_step_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "addendum" (
    "id" UUID NOT NULL,
    "county_id" TEXT NOT NULL,
    "plan_id" TEXT NOT NULL,
    "activity_id" TEXT,
    "text" TEXT NOT NULL,
    "by_id" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "addendum_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "check_in" (
    "id" UUID NOT NULL,
    "county_id" TEXT NOT NULL,
    "plan_id" TEXT NOT NULL,
    "activity_id" TEXT NOT NULL,
    "round" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "is_current" BOOLEAN NOT NULL DEFAULT true,
    "light" TEXT NOT NULL,
    "status" TEXT,
    "forecast" TEXT,
    "comment" TEXT,
    "action" TEXT,
    "action_by" TEXT,
    "is_late" BOOLEAN NOT NULL,
    "is_copy" BOOLEAN NOT NULL,
    "receipt" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "instead_of_id" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "check_in_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "draft" (
    "prompt_id" UUID NOT NULL,
    "person_id" TEXT NOT NULL,
    "county_id" TEXT NOT NULL,
    "entries" JSONB NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "draft_pkey" PRIMARY KEY ("prompt_id","person_id")
);

-- CreateIndex
CREATE INDEX "plan_step_county_id_plan_id_at_idx" ON "plan_step"("county_id", "plan_id", "at");

-- CreateIndex
CREATE INDEX "addendum_county_id_plan_id_at_idx" ON "addendum"("county_id", "plan_id", "at");

-- CreateIndex
CREATE INDEX "check_in_county_id_plan_id_round_idx" ON "check_in"("county_id", "plan_id", "round");

-- CreateIndex
CREATE INDEX "check_in_county_id_activity_id_at_idx" ON "check_in"("county_id", "activity_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "check_in_county_id_receipt_activity_id_key" ON "check_in"("county_id", "receipt", "activity_id");

-- CreateIndex
CREATE INDEX "draft_county_id_person_id_idx" ON "draft"("county_id", "person_id");

-- CreateIndex
CREATE INDEX "prompt_part_of_ids_idx" ON "prompt" USING GIN ("part_of_ids");
