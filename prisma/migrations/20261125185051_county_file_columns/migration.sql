-- AlterTable
ALTER TABLE "activity" ADD COLUMN     "provenance" JSONB;

-- AlterTable
ALTER TABLE "area" ADD COLUMN     "provenance" JSONB;

-- AlterTable
ALTER TABLE "call" ADD COLUMN     "provenance" JSONB;

-- AlterTable
ALTER TABLE "contact" ADD COLUMN     "provenance" JSONB;

-- AlterTable
ALTER TABLE "goal" ADD COLUMN     "provenance" JSONB;

-- AlterTable
ALTER TABLE "instrument" ADD COLUMN     "changes" TEXT,
ADD COLUMN     "provenance" JSONB;

-- AlterTable
ALTER TABLE "meeting" ADD COLUMN     "provenance" JSONB;

-- AlterTable
ALTER TABLE "organisation" ADD COLUMN     "is_partner" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "provenance" JSONB;

-- AlterTable
ALTER TABLE "person" ADD COLUMN     "provenance" JSONB;

-- AlterTable
ALTER TABLE "plan" ADD COLUMN     "approved_by_id" TEXT,
ADD COLUMN     "prepared_by_id" TEXT,
ADD COLUMN     "provenance" JSONB;

-- AlterTable
ALTER TABLE "strategy" ADD COLUMN     "aim" TEXT,
ADD COLUMN     "provenance" JSONB;

-- AlterTable
ALTER TABLE "working_group" ADD COLUMN     "may_form" TEXT[],
ADD COLUMN     "provenance" JSONB;

-- What stood in columns of their own
UPDATE "call" SET "provenance" = jsonb_build_object('source', "source") WHERE "source" IS NOT NULL;
ALTER TABLE "call" DROP COLUMN "source";
UPDATE "instrument" SET "provenance" = jsonb_build_object('source', "source") WHERE "source" IS NOT NULL;
ALTER TABLE "instrument" DROP COLUMN "source";
UPDATE "meeting" SET "provenance" = jsonb_build_object('source', "source") WHERE "source" IS NOT NULL;
ALTER TABLE "meeting" DROP COLUMN "source";
UPDATE "organisation" SET "provenance" = jsonb_build_object('source', "source") WHERE "source" IS NOT NULL;
ALTER TABLE "organisation" DROP COLUMN "source";
UPDATE "working_group" SET "provenance" = jsonb_build_object('source', "source") WHERE "source" IS NOT NULL;
ALTER TABLE "working_group" DROP COLUMN "source";
UPDATE "strategy" SET "provenance" = jsonb_build_object('note', "note") WHERE "note" IS NOT NULL;
ALTER TABLE "strategy" DROP COLUMN "note";
