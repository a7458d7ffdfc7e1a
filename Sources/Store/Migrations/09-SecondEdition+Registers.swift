extension Migration {
    /// What life brings to consortia, policies and determinations; the registers that were missing. `edition` is the one
    /// that an entry is meant for, none where its register does not say.
    static let registersOfSecondEdition = """
        ALTER TABLE consortium_entry ADD COLUMN valid_from TEXT;
        ALTER TABLE consortium_entry ADD COLUMN predecessor TEXT;
        ALTER TABLE consortium_entry ADD COLUMN other_regions TEXT;
        ALTER TABLE consortium_entry ADD COLUMN level TEXT;
        ALTER TABLE consortium_entry ADD COLUMN level_on TEXT;

        ALTER TABLE policy_entry ADD COLUMN valid_until TEXT;
        ALTER TABLE policy_entry ADD COLUMN repealed_on TEXT;

        ALTER TABLE incident_entry ADD COLUMN description TEXT;

        CREATE TABLE new_determination_entry (
          id INTEGER PRIMARY KEY,
          submission INTEGER NOT NULL REFERENCES submission,
          part INTEGER NOT NULL REFERENCES source_part,
          row INTEGER NOT NULL,
          column INTEGER NOT NULL,
          consortium INTEGER NOT NULL REFERENCES consortium,
          clause TEXT NOT NULL,
          year INTEGER NOT NULL,
          decision TEXT NOT NULL,
          decided_by TEXT NOT NULL,
          decided_on TEXT,
          ground TEXT NOT NULL,
          evidence TEXT,
          -- The incident or signal that was decided on.
          subject TEXT,
          -- Its own id, and the id of the one that it withdraws.
          determination TEXT,
          withdraws TEXT,
          -- Of a plan change: which fund's, and the plan as it was accepted.
          fund TEXT,
          amount TEXT,
          edition TEXT
        ) STRICT;
        INSERT INTO new_determination_entry
        SELECT id, submission, part, row, column, consortium, clause, year, decision, decided_by, decided_on, ground,
          evidence, NULL, NULL, NULL, NULL, NULL, '\(firstEditionID)'
        FROM determination_entry ORDER BY id;
        \(replace("determination_entry"))
        CREATE INDEX determination_entry_by_consortium ON determination_entry (consortium);
        \(appendOnly("determination_entry"))

        CREATE TABLE transition_entry (
          id INTEGER PRIMARY KEY,
          submission INTEGER NOT NULL REFERENCES submission,
          part INTEGER NOT NULL REFERENCES source_part,
          row INTEGER NOT NULL,
          column INTEGER NOT NULL,
          consortium INTEGER NOT NULL REFERENCES consortium,
          from_standing TEXT,
          to_standing TEXT NOT NULL,
          effective_on TEXT NOT NULL,
          document TEXT NOT NULL,
          decided_by TEXT NOT NULL,
          ground TEXT NOT NULL,
          edition TEXT
        ) STRICT;
        \(appendOnly("transition_entry"))

        -- Members, work plans, documents, tasks, ratings, evaluations: the cells by the English names of their columns.
        CREATE TABLE register_entry (
          id INTEGER PRIMARY KEY,
          submission INTEGER NOT NULL REFERENCES submission,
          part INTEGER NOT NULL REFERENCES source_part,
          row INTEGER NOT NULL,
          column INTEGER NOT NULL,
          form TEXT NOT NULL,
          consortium INTEGER NOT NULL REFERENCES consortium,
          -- What the entry is known by within its form and consortium.
          entry TEXT NOT NULL,
          "values" TEXT NOT NULL CHECK (json_valid("values")),
          edition TEXT
        ) STRICT;
        -- The list of members stood among the fields of forms, a row a cell.
        INSERT OR IGNORE INTO consortium (code)
        SELECT DISTINCT form_field.consortium FROM form_field JOIN submission ON submission.id = submission
        WHERE form = 'members' AND status = 'accepted';
        INSERT INTO register_entry (submission, part, row, column, form, consortium, entry, "values", edition)
        SELECT submission, part, row, min(column), 'members', consortium.id,
          ifnull(max(value) FILTER (WHERE field = 'member'), ''),
          json_group_object(
            CASE field WHEN 'member' THEN 'name' WHEN 'memberKind' THEN 'category' WHEN 'joinedIn' THEN 'joinedOn'
              ELSE field END, value),
          '\(firstEditionID)'
        FROM form_field
        JOIN submission ON submission.id = submission
        JOIN consortium ON consortium.code = form_field.consortium
        WHERE form = 'members' AND status = 'accepted' AND field IS NOT NULL AND value <> ''
        GROUP BY submission, consortium.id, part, row ORDER BY min(form_field.id);
        INSERT INTO submission_form SELECT submission, 'members', count(*) FROM register_entry GROUP BY submission;
        DROP TRIGGER form_field_is_never_deleted;
        DELETE FROM form_field WHERE form = 'members' AND submission IN (SELECT submission FROM register_entry);
        \(neverDeleted("form_field"))
        CREATE INDEX register_entry_by_consortium ON register_entry (form, consortium);
        \(appendOnly("register_entry"))

        DROP TABLE workbook;

        """
}
