-- CreateTable
CREATE TABLE "county" (
    "id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "board_id" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "languages" TEXT[],
    "years_moved" INTEGER NOT NULL DEFAULT 0,
    "is_example" BOOLEAN NOT NULL DEFAULT false,
    "words" JSONB NOT NULL,
    "ladders" JSONB NOT NULL,
    "definitions" JSONB NOT NULL,
    "matters" JSONB NOT NULL DEFAULT '[]',
    "sources" JSONB NOT NULL,
    "follow_up" JSONB NOT NULL,
    "tenants" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "county_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organisation" (
    "id" TEXT NOT NULL,
    "county_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "municipality_code" TEXT,
    "offers" JSONB NOT NULL,
    "responsibilities" JSONB NOT NULL,
    "source" TEXT,

    CONSTRAINT "organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" TEXT NOT NULL,
    "county_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'sv',
    "roles" TEXT[],

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "absence" (
    "id" TEXT NOT NULL,
    "county_id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "from_on" TEXT NOT NULL,
    "to_on" TEXT NOT NULL,

    CONSTRAINT "absence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "working_group" (
    "id" TEXT NOT NULL,
    "county_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "formed_by_id" TEXT,
    "convener_id" TEXT,
    "reports_to_id" TEXT,
    "is_permanent" BOOLEAN NOT NULL DEFAULT true,
    "quota" JSONB,
    "tasks" TEXT[],
    "organisation_ids" TEXT[],
    "source" TEXT,
    "is_example" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "working_group_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership" (
    "id" TEXT NOT NULL,
    "county_id" TEXT NOT NULL,
    "group_id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "substitute_for_id" TEXT,
    "from_on" TEXT NOT NULL,
    "to_on" TEXT,

    CONSTRAINT "membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contact" (
    "id" TEXT NOT NULL,
    "county_id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "person_id" TEXT,
    "phone" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "municipality_codes" TEXT[],
    "matters" TEXT[],
    "confirmed_on" TEXT,

    CONSTRAINT "contact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "instrument" (
    "id" TEXT NOT NULL,
    "county_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "legal_basis" TEXT,
    "eligible" TEXT[],
    "purpose" TEXT NOT NULL,
    "source" TEXT,

    CONSTRAINT "instrument_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "call" (
    "id" TEXT NOT NULL,
    "county_id" TEXT NOT NULL,
    "instrument_id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "round" TEXT,
    "opens_on" TEXT,
    "closes_on" TEXT NOT NULL,
    "closes_at" TEXT,
    "eligible_kinds" TEXT[],
    "municipality_codes" TEXT[],
    "purpose" TEXT NOT NULL,
    "budget" TEXT,
    "link" TEXT,
    "contact_id" TEXT,
    "dnr" TEXT,
    "group_ids" TEXT[],
    "decided_on" TEXT,
    "moved_from" TEXT,
    "moved_at" TIMESTAMPTZ(3),
    "source" TEXT,
    "is_example" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "call_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "meeting" (
    "id" TEXT NOT NULL,
    "county_id" TEXT NOT NULL,
    "group_id" TEXT NOT NULL,
    "title" TEXT,
    "held_on" TEXT NOT NULL,
    "starts_at" TEXT NOT NULL,
    "ends_at" TEXT NOT NULL,
    "place" TEXT,
    "link" TEXT,
    "agenda" TEXT[],
    "answer_by" TEXT,
    "cancelled_on" TEXT,
    "source" TEXT,
    "is_example" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "meeting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "strategy" (
    "id" TEXT NOT NULL,
    "county_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "from_on" TEXT NOT NULL,
    "to_on" TEXT,
    "dnr" TEXT,
    "adopted_on" TEXT,
    "adopted_by" TEXT,
    "agenda_2030" INTEGER[],
    "note" TEXT,

    CONSTRAINT "strategy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "area" (
    "id" TEXT NOT NULL,
    "county_id" TEXT NOT NULL,
    "strategy_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "aim" TEXT,
    "agenda_2030" INTEGER[],

    CONSTRAINT "area_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "goal" (
    "id" TEXT NOT NULL,
    "county_id" TEXT NOT NULL,
    "area_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "goal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plan" (
    "id" TEXT NOT NULL,
    "county_id" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "approved_on" TEXT,
    "dnr" TEXT,
    "is_example" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "plan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "activity" (
    "id" TEXT NOT NULL,
    "county_id" TEXT NOT NULL,
    "plan_id" TEXT NOT NULL,
    "goal_id" TEXT NOT NULL,
    "group_id" TEXT NOT NULL,
    "owner_id" TEXT NOT NULL,
    "responsible_id" TEXT,
    "title" TEXT NOT NULL,
    "from_on" TEXT NOT NULL,
    "to_on" TEXT NOT NULL,
    "indicator" TEXT,
    "target_group" TEXT,
    "status" TEXT,
    "light" TEXT,
    "forecast" TEXT,
    "comment" TEXT,
    "action" TEXT,
    "action_by" TEXT,
    "checked_at" TIMESTAMPTZ(3),
    "checked_round" TEXT,

    CONSTRAINT "activity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "check_in_round" (
    "id" TEXT NOT NULL,
    "county_id" TEXT NOT NULL,
    "plan_id" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "opens_on" TEXT NOT NULL,
    "closes_on" TEXT NOT NULL,

    CONSTRAINT "check_in_round_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "occurrence" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "county_id" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "local_date" TEXT NOT NULL,
    "local_time" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "useful_to" TIMESTAMPTZ(3) NOT NULL,
    "late" TEXT NOT NULL,
    "question" TEXT,
    "prompt_id" UUID,
    "state" TEXT NOT NULL,
    "told_at" TIMESTAMPTZ(3),

    CONSTRAINT "occurrence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pause" (
    "county_id" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "paused_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "pause_pkey" PRIMARY KEY ("county_id","topic","subject_id")
);

-- CreateTable
CREATE TABLE "prompt" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "county_id" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "form" JSONB NOT NULL,
    "answer_per" TEXT NOT NULL,
    "group_id" TEXT,
    "opens_at" TIMESTAMPTZ(3) NOT NULL,
    "answer_by" TIMESTAMPTZ(3) NOT NULL,
    "closes_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "prompt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "asked" (
    "prompt_id" UUID NOT NULL,
    "person_id" TEXT NOT NULL,
    "county_id" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "municipality_code" TEXT,
    "group_id" TEXT,
    "instead_of_id" TEXT,

    CONSTRAINT "asked_pkey" PRIMARY KEY ("prompt_id","person_id")
);

-- CreateTable
CREATE TABLE "conversation" (
    "id" TEXT NOT NULL,
    "county_id" TEXT NOT NULL,
    "platform" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "address" JSONB NOT NULL,
    "group_id" TEXT,
    "person_id" TEXT,
    "state" TEXT NOT NULL DEFAULT 'active',
    "reason" TEXT,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "conversation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "delivery" (
    "id" UUID NOT NULL,
    "occurrence_id" UUID NOT NULL,
    "conversation_id" TEXT NOT NULL,
    "county_id" TEXT NOT NULL,
    "platform" TEXT NOT NULL,
    "prompt_id" UUID,
    "message" JSONB NOT NULL,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "generation" INTEGER NOT NULL DEFAULT 0,
    "lease_until" TIMESTAMPTZ(3),
    "is_unknown" BOOLEAN NOT NULL DEFAULT false,
    "next_at" TIMESTAMPTZ(3) NOT NULL,
    "slot_at" TIMESTAMPTZ(3),
    "sent_at" TIMESTAMPTZ(3),
    "sent_ref" JSONB,
    "error" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "shown" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "delivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pace" (
    "scope" TEXT NOT NULL,
    "slots" BIGINT[],

    CONSTRAINT "pace_pkey" PRIMARY KEY ("scope")
);

-- CreateTable
CREATE TABLE "incoming" (
    "id" UUID NOT NULL,
    "platform" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "county_id" TEXT,
    "person_id" TEXT,
    "kind" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "handled_at" TIMESTAMPTZ(3),
    "answer" JSONB,

    CONSTRAINT "incoming_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reply" (
    "id" UUID NOT NULL,
    "county_id" TEXT NOT NULL,
    "prompt_id" UUID NOT NULL,
    "unit" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "is_current" BOOLEAN NOT NULL,
    "topic" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "municipality_code" TEXT,
    "group_id" TEXT,
    "instead_of_id" TEXT,
    "answers" JSONB NOT NULL,
    "is_late" BOOLEAN NOT NULL,
    "is_copy" BOOLEAN NOT NULL,
    "reason" TEXT,
    "receipt" TEXT NOT NULL,
    "incoming_id" UUID NOT NULL,
    "replied_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "reply_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tick" (
    "name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "tick_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "room_message" (
    "id" BIGSERIAL NOT NULL,
    "key" TEXT NOT NULL,
    "conversation_id" TEXT NOT NULL,
    "message" JSONB NOT NULL,
    "posted_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "room_message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "teams_post" (
    "key" TEXT NOT NULL,
    "part" INTEGER NOT NULL,
    "parts" INTEGER NOT NULL,
    "conversation_id" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "activity_id" TEXT,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "begun_at" TIMESTAMPTZ(3) NOT NULL,
    "shown" JSONB,

    CONSTRAINT "teams_post_pkey" PRIMARY KEY ("key","part")
);

-- CreateIndex
CREATE INDEX "organisation_county_id_idx" ON "organisation"("county_id");

-- CreateIndex
CREATE UNIQUE INDEX "person_county_id_email_key" ON "person"("county_id", "email");

-- CreateIndex
CREATE INDEX "absence_county_id_person_id_idx" ON "absence"("county_id", "person_id");

-- CreateIndex
CREATE INDEX "working_group_county_id_idx" ON "working_group"("county_id");

-- CreateIndex
CREATE INDEX "membership_county_id_person_id_idx" ON "membership"("county_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "membership_group_id_person_id_role_from_on_key" ON "membership"("group_id", "person_id", "role", "from_on");

-- CreateIndex
CREATE INDEX "contact_county_id_idx" ON "contact"("county_id");

-- CreateIndex
CREATE INDEX "instrument_county_id_idx" ON "instrument"("county_id");

-- CreateIndex
CREATE INDEX "call_county_id_closes_on_idx" ON "call"("county_id", "closes_on");

-- CreateIndex
CREATE INDEX "meeting_county_id_held_on_idx" ON "meeting"("county_id", "held_on");

-- CreateIndex
CREATE INDEX "strategy_county_id_idx" ON "strategy"("county_id");

-- CreateIndex
CREATE INDEX "area_county_id_idx" ON "area"("county_id");

-- CreateIndex
CREATE INDEX "goal_county_id_idx" ON "goal"("county_id");

-- CreateIndex
CREATE UNIQUE INDEX "plan_county_id_year_key" ON "plan"("county_id", "year");

-- CreateIndex
CREATE INDEX "activity_county_id_plan_id_idx" ON "activity"("county_id", "plan_id");

-- CreateIndex
CREATE INDEX "check_in_round_county_id_plan_id_idx" ON "check_in_round"("county_id", "plan_id");

-- CreateIndex
CREATE UNIQUE INDEX "occurrence_key_key" ON "occurrence"("key");

-- CreateIndex
CREATE INDEX "occurrence_state_due_at_idx" ON "occurrence"("state", "due_at");

-- CreateIndex
CREATE INDEX "occurrence_county_id_topic_subject_id_idx" ON "occurrence"("county_id", "topic", "subject_id");

-- CreateIndex
CREATE INDEX "occurrence_prompt_id_idx" ON "occurrence"("prompt_id");

-- CreateIndex
CREATE UNIQUE INDEX "prompt_key_key" ON "prompt"("key");

-- CreateIndex
CREATE INDEX "prompt_county_id_topic_subject_id_idx" ON "prompt"("county_id", "topic", "subject_id");

-- CreateIndex
CREATE INDEX "prompt_closed_at_closes_at_idx" ON "prompt"("closed_at", "closes_at");

-- CreateIndex
CREATE INDEX "asked_county_id_person_id_idx" ON "asked"("county_id", "person_id");

-- CreateIndex
CREATE INDEX "conversation_county_id_group_id_idx" ON "conversation"("county_id", "group_id");

-- CreateIndex
CREATE INDEX "conversation_county_id_person_id_idx" ON "conversation"("county_id", "person_id");

-- CreateIndex
CREATE INDEX "delivery_platform_state_next_at_idx" ON "delivery"("platform", "state", "next_at");

-- CreateIndex
CREATE INDEX "delivery_prompt_id_state_idx" ON "delivery"("prompt_id", "state");

-- CreateIndex
CREATE INDEX "delivery_conversation_id_sent_at_idx" ON "delivery"("conversation_id", "sent_at");

-- CreateIndex
CREATE UNIQUE INDEX "delivery_occurrence_id_conversation_id_key" ON "delivery"("occurrence_id", "conversation_id");

-- CreateIndex
CREATE INDEX "incoming_handled_at_received_at_idx" ON "incoming"("handled_at", "received_at");

-- CreateIndex
CREATE UNIQUE INDEX "incoming_platform_key_key" ON "incoming"("platform", "key");

-- CreateIndex
CREATE UNIQUE INDEX "reply_incoming_id_key" ON "reply"("incoming_id");

-- CreateIndex
CREATE INDEX "reply_county_id_period_idx" ON "reply"("county_id", "period");

-- CreateIndex
CREATE INDEX "reply_county_id_person_id_idx" ON "reply"("county_id", "person_id");

-- CreateIndex
CREATE INDEX "reply_county_id_organisation_id_idx" ON "reply"("county_id", "organisation_id");

-- CreateIndex
CREATE INDEX "reply_county_id_municipality_code_idx" ON "reply"("county_id", "municipality_code");

-- CreateIndex
CREATE INDEX "reply_county_id_group_id_idx" ON "reply"("county_id", "group_id");

-- CreateIndex
CREATE INDEX "reply_county_id_topic_subject_id_idx" ON "reply"("county_id", "topic", "subject_id");

-- CreateIndex
CREATE UNIQUE INDEX "reply_prompt_id_unit_version_key" ON "reply"("prompt_id", "unit", "version");

-- CreateIndex
CREATE UNIQUE INDEX "reply_county_id_receipt_key" ON "reply"("county_id", "receipt");

-- CreateIndex
CREATE UNIQUE INDEX "room_message_key_key" ON "room_message"("key");

-- CreateIndex
CREATE INDEX "room_message_conversation_id_id_idx" ON "room_message"("conversation_id", "id");

-- CreateIndex
CREATE INDEX "teams_post_conversation_id_activity_id_idx" ON "teams_post"("conversation_id", "activity_id");
