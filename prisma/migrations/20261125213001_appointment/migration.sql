-- AlterTable
ALTER TABLE "absence" ADD COLUMN     "appointment_id" UUID;

-- AlterTable
ALTER TABLE "membership" ADD COLUMN     "appointment_id" UUID;

-- CreateTable
CREATE TABLE "appointment" (
    "id" UUID NOT NULL,
    "county_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "stand_in_id" TEXT NOT NULL,
    "from_on" TEXT NOT NULL,
    "to_on" TEXT NOT NULL,
    "group_ids" TEXT[],
    "appointed_by_id" TEXT NOT NULL,
    "appointed_at" TIMESTAMPTZ(3) NOT NULL,
    "receipt" TEXT NOT NULL,
    "begun_at" TIMESTAMPTZ(3),
    "over_at" TIMESTAMPTZ(3),
    "taken_back_by_id" TEXT,

    CONSTRAINT "appointment_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "appointment_county_id_person_id_idx" ON "appointment"("county_id", "person_id");

-- CreateIndex
CREATE INDEX "appointment_county_id_stand_in_id_idx" ON "appointment"("county_id", "stand_in_id");

-- CreateIndex
CREATE INDEX "appointment_over_at_from_on_idx" ON "appointment"("over_at", "from_on");
