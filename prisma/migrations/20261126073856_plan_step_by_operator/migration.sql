-- AlterTable
ALTER TABLE "plan_step" ADD COLUMN     "operator" TEXT;
