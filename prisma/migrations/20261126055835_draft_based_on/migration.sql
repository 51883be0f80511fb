-- AlterTable
ALTER TABLE "draft" ADD COLUMN     "based_on" INTEGER;

-- What stood when the draft was last saved is what its writer had seen.
UPDATE "draft" d SET "based_on" = COALESCE((
  SELECT MAX(r."version") FROM "reply" r
  WHERE r."county_id" = d."county_id" AND r."prompt_id" = d."prompt_id" AND r."replied_at" <= d."saved_at" AND r."unit" IN (
    SELECT a."unit" FROM "asked" a WHERE a."prompt_id" = d."prompt_id" AND a."person_id" = d."person_id"
    UNION SELECT 'organisation:' || p."organisation_id" FROM "person" p WHERE p."county_id" = d."county_id" AND p."id" = d."person_id"
  )
), 0);

ALTER TABLE "draft" ALTER COLUMN "based_on" SET NOT NULL;
