-- CreateTable
CREATE TABLE "slack_post" (
    "key" TEXT NOT NULL,
    "part" INTEGER NOT NULL,
    "parts" INTEGER NOT NULL,
    "conversation_id" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "ts" TEXT,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "begun_at" TIMESTAMPTZ(3) NOT NULL,
    "shown" JSONB,

    CONSTRAINT "slack_post_pkey" PRIMARY KEY ("key","part")
);

-- CreateIndex
CREATE INDEX "slack_post_conversation_id_ts_idx" ON "slack_post"("conversation_id", "ts");
