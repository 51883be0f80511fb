-- AlterTable
ALTER TABLE "prompt" ADD COLUMN     "is_steered" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "survey" (
    "id" TEXT NOT NULL,
    "county_id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "intro" TEXT,
    "form" JSONB NOT NULL,
    "group_ids" TEXT[],
    "organisation_kinds" TEXT[],
    "answer_per" TEXT NOT NULL,
    "opens_on" TEXT NOT NULL,
    "opens_at" TEXT NOT NULL,
    "answer_by" TEXT NOT NULL,
    "closes_on" TEXT NOT NULL,
    "nudge_days" INTEGER[],
    "escalates" BOOLEAN NOT NULL,
    "rule" JSONB,
    "cancelled_on" TEXT,

    CONSTRAINT "survey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "memo" (
    "id" TEXT NOT NULL,
    "county_id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "link" TEXT,
    "group_ids" TEXT[],
    "to_members" BOOLEAN NOT NULL,
    "send_on" TEXT NOT NULL,
    "send_at" TEXT NOT NULL,
    "rule" JSONB,
    "cancelled_on" TEXT,

    CONSTRAINT "memo_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "desk_draft" (
    "id" UUID NOT NULL,
    "county_id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "act" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subject_id" TEXT,
    "values" JSONB,
    "version" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "said" TEXT,
    "started_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "desk_draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "change" (
    "id" BIGSERIAL NOT NULL,
    "county_id" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "act" TEXT NOT NULL,
    "by_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "fields" JSONB NOT NULL,

    CONSTRAINT "change_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "survey_county_id_closes_on_idx" ON "survey"("county_id", "closes_on");

-- CreateIndex
CREATE INDEX "memo_county_id_send_on_idx" ON "memo"("county_id", "send_on");

-- CreateIndex
CREATE INDEX "desk_draft_county_id_person_id_idx" ON "desk_draft"("county_id", "person_id");

-- CreateIndex
CREATE INDEX "desk_draft_county_id_started_at_idx" ON "desk_draft"("county_id", "started_at");

-- CreateIndex
CREATE INDEX "change_county_id_topic_subject_id_idx" ON "change"("county_id", "topic", "subject_id");
