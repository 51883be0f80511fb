-- CreateTable
CREATE TABLE "slack_calls" (
    "team_id" TEXT NOT NULL,
    "method" TEXT NOT NULL,
    "times" BIGINT[],

    CONSTRAINT "slack_calls_pkey" PRIMARY KEY ("team_id","method")
);
