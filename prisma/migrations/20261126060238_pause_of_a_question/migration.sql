-- AlterTable
ALTER TABLE "pause" DROP CONSTRAINT "pause_pkey",
ADD COLUMN     "question" TEXT NOT NULL DEFAULT '',
ADD CONSTRAINT "pause_pkey" PRIMARY KEY ("county_id", "topic", "subject_id", "question");
