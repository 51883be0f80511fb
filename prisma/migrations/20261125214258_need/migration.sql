-- CreateTable
CREATE TABLE "need" (
    "id" TEXT NOT NULL,
    "county_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "raised_by_id" TEXT NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "from_group_id" TEXT,
    "to_group_id" TEXT,
    "raised_at" TIMESTAMPTZ(3) NOT NULL,
    "outcome" TEXT,
    "settled_by_id" TEXT,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "need_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "need_county_id_to_group_id_idx" ON "need"("county_id", "to_group_id");

-- CreateIndex
CREATE INDEX "need_county_id_raised_by_id_idx" ON "need"("county_id", "raised_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "need_county_id_number_key" ON "need"("county_id", "number");
