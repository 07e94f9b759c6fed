-- A row that belongs to a case or a submission belongs to its centre through it: checking the centre once more for each of the
-- dozen rows of a new case says nothing new.
alter table cases drop constraint cases_centre_id_fkey;
alter table parts drop constraint parts_centre_id_fkey;
alter table case_submissions drop constraint case_submissions_centre_id_fkey;
alter table case_words drop constraint case_words_centre_id_fkey;
alter table deadlines drop constraint deadlines_centre_id_fkey;
alter table answers drop constraint answers_centre_id_fkey;
alter table proposals drop constraint proposals_centre_id_fkey;
alter table source_values drop constraint source_values_centre_id_fkey;
alter table blind_indexes drop constraint blind_indexes_centre_id_fkey;

-- Sealed bytes do not compress.
alter table submissions alter column sealed_raw set storage external;
alter table submissions alter column sealed_words set storage external;
alter table submissions alter column sealed_contacts set storage external;
alter table answers alter column sealed_text set storage external;
