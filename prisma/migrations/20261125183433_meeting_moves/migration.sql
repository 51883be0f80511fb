-- AlterTable
ALTER TABLE "asked" ADD COLUMN     "released_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "meeting" ADD COLUMN     "moved_at" TIMESTAMPTZ(3),
ADD COLUMN     "moved_from" TEXT;

-- AlterTable
ALTER TABLE "prompt" ADD COLUMN     "is_stale" BOOLEAN NOT NULL DEFAULT false;

-- CreateIndex
CREATE INDEX "prompt_is_stale_idx" ON "prompt"("is_stale");
