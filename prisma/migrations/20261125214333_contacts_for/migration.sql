-- AlterTable
ALTER TABLE "county" ADD COLUMN     "contacts_for" TEXT NOT NULL DEFAULT 'partners';

-- CreateIndex
CREATE INDEX "contact_municipality_codes_idx" ON "contact" USING GIN ("municipality_codes");
