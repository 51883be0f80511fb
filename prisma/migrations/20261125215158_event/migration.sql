-- CreateTable
CREATE TABLE "event" (
    "id" TEXT NOT NULL,
    "county_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "from_on" TEXT NOT NULL,
    "to_on" TEXT NOT NULL,
    "place" TEXT,
    "link" TEXT,
    "proposed_by_id" TEXT NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "decision" TEXT,
    "decided_by_id" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "reason" TEXT,

    CONSTRAINT "event_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "event_county_id_to_on_idx" ON "event"("county_id", "to_on");

-- CreateIndex
CREATE UNIQUE INDEX "event_county_id_number_key" ON "event"("county_id", "number");
