-- CreateTable
CREATE TABLE "figure" (
    "id" TEXT NOT NULL,
    "county_id" TEXT NOT NULL,
    "municipality_code" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "measure" TEXT NOT NULL,
    "name" TEXT NOT NULL DEFAULT '',
    "value" DOUBLE PRECISION NOT NULL,
    "source" TEXT NOT NULL,
    "observed_on" TEXT NOT NULL,

    CONSTRAINT "figure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "light_override" (
    "id" UUID NOT NULL,
    "county_id" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "scope" TEXT NOT NULL,
    "scope_id" TEXT NOT NULL,
    "light" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "signed_by_id" TEXT NOT NULL,
    "signed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "light_override_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report_snapshot" (
    "id" UUID NOT NULL,
    "county_id" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "dnr" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "checksum" TEXT NOT NULL,
    "summary" JSONB NOT NULL,
    "frozen_by_id" TEXT NOT NULL,
    "frozen_at" TIMESTAMPTZ(3) NOT NULL,
    "approved_on" TEXT,
    "approved_by_id" TEXT,

    CONSTRAINT "report_snapshot_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "figure_county_id_year_municipality_code_measure_name_key" ON "figure"("county_id", "year", "municipality_code", "measure", "name");

-- CreateIndex
CREATE INDEX "light_override_county_id_year_idx" ON "light_override"("county_id", "year");

-- CreateIndex
CREATE UNIQUE INDEX "report_snapshot_county_id_year_number_key" ON "report_snapshot"("county_id", "year", "number");

-- CreateIndex
CREATE INDEX "prompt_county_id_period_idx" ON "prompt"("county_id", "period");
