-- AlterTable
ALTER TABLE "change" ADD COLUMN     "operator" TEXT,
ALTER COLUMN "by_id" DROP NOT NULL;
