-- AlterTable
ALTER TABLE "check_in_round" ADD COLUMN     "ended_on" TEXT;

-- What was closed early before was so in the record of changes alone; one that got other days or was opened again afterwards went on.
UPDATE "check_in_round" AS r SET "ended_on" = to_char(c."at" AT TIME ZONE k."time_zone", 'YYYY-MM-DD')
FROM "change" AS c JOIN "county" AS k ON k."id" = c."county_id"
WHERE c."county_id" = r."county_id" AND c."topic" = 'round' AND c."subject_id" = r."id" AND c."act" = 'close'
  AND NOT EXISTS (SELECT 1 FROM "change" AS later WHERE later."county_id" = c."county_id" AND later."topic" = c."topic"
    AND later."subject_id" = c."subject_id" AND later."id" > c."id" AND later."act" IN ('move', 'prolong', 'reopen', 'close'));
