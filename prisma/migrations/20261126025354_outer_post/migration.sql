-- Two journals become one. What was posted stays known: it would be posted again otherwise.

-- CreateTable
CREATE TABLE "outer_post" (
    "platform" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "part" INTEGER NOT NULL,
    "parts" INTEGER NOT NULL,
    "conversation_id" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "ref" TEXT,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "begun_at" TIMESTAMPTZ(3) NOT NULL,
    "shown" JSONB,

    CONSTRAINT "outer_post_pkey" PRIMARY KEY ("platform","key","part")
);

INSERT INTO "outer_post"
SELECT 'teams', "key", "part", "parts", "conversation_id", "state", "activity_id", "changed_at", "begun_at", "shown" FROM "teams_post"
UNION ALL
SELECT 'slack', "key", "part", "parts", "conversation_id", "state", "ts", "changed_at", "begun_at", "shown" FROM "slack_post";

-- DropTable
DROP TABLE "slack_post";

-- DropTable
DROP TABLE "teams_post";

-- CreateIndex
CREATE INDEX "outer_post_conversation_id_ref_idx" ON "outer_post"("conversation_id", "ref");
