-- CreateTable
CREATE TABLE "slack_installation" (
    "team_id" TEXT NOT NULL,
    "team_name" TEXT NOT NULL,
    "bot_user_id" TEXT NOT NULL,
    "sealed_token" TEXT NOT NULL,
    "key_id" TEXT NOT NULL,
    "installed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "slack_installation_pkey" PRIMARY KEY ("team_id")
);

-- CreateTable
CREATE TABLE "slack_install_state" (
    "id" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "slack_install_state_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "slack_install_state_expires_at_idx" ON "slack_install_state"("expires_at");
