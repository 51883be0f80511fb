-- AlterTable
ALTER TABLE "appointment" ADD COLUMN     "seats_before" JSONB NOT NULL DEFAULT '[]';

-- AlterTable
ALTER TABLE "call" ADD COLUMN     "changed_at" TIMESTAMPTZ(3),
ADD COLUMN     "sequence" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "event" ADD COLUMN     "withdrawn_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "meeting" ADD COLUMN     "changed_at" TIMESTAMPTZ(3),
ADD COLUMN     "minutes_link" TEXT,
ADD COLUMN     "minutes_on" TEXT,
ADD COLUMN     "sequence" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "feed" (
    "id" TEXT NOT NULL,
    "county_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "owner_id" TEXT NOT NULL,
    "salt" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "renewed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "feed_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "feed_token_hash_key" ON "feed"("token_hash");

-- CreateIndex
CREATE INDEX "feed_county_id_idx" ON "feed"("county_id");
