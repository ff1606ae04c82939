export const admin = {
  title: 'Administration',
  lead: 'What only administrators do, for all collaboratives.',
  links: {
    people: { title: 'People and roles', text: 'Invite staff and approvers, end roles, close accounts.' },
    cycles: { title: 'Application cycles', text: 'Dates, form, rubric and seats of each cycle.' },
    imports: { title: 'Schools, ZIP codes and collaboratives', text: 'See what was taken in last, and take in a new file.' },
    history: { title: 'History', text: 'Who did what, when, and whether the record is whole.' },
    mail: { title: 'Mail', text: 'Whether mail goes out, what failed, and what nobody knows arrived.' },
    help: { title: 'Help requests', text: 'Questions from the help page, for all collaboratives.' },
    staff: { title: 'Staff desk', text: 'What waits in each collaborative.' },
  },
  history: {
    title: 'History',
    lead: 'Every change of state, newest first. Nothing here can be changed or taken out.',
    check: 'Check that the record is whole',
    caption: 'What was done',
    when: 'When',
    what: 'What',
    who: 'Who',
    where: 'Where',
    program: 'Program',
    record: 'Record',
    empty: 'Nothing has been done yet. The first change will stand here.',
  },
  check: {
    title: 'Is the record whole?',
    lead: 'Each line carries a fingerprint of itself and of the line before it. We have just worked all of them out again.',
    whole: { one: 'The one line there is holds.', other: 'All {count} lines hold.' },
    broken: 'The record does not hold. Call whoever runs the server, and change nothing until they have looked.',
    chain: 'Chain',
    lines: 'Lines',
    result: 'Result',
    caption: 'Result for each chain',
    holds: 'Holds',
    breaksAt: 'Breaks at line {place}',
    cutOff: 'Lines are missing at the end',
    again: 'Back to the history',
  },
  imports: {
    title: 'Take in a file',
    lead: 'Paste the text of a file. First look at what would change; then take it in. A file with an error is not taken in at all.',
    last: 'What was taken in last',
    kind: 'What the file holds',
    never: 'Never',
    console: 'the command line',
    lastLine: '{moment} by {name}',
    counts: '{added} added, {changed} changed, {removed} removed, {unchanged} as before',
    text: 'Text of the file',
    textHint:
      'Schools and ZIP codes as CSV with a header line, collaboratives as JSON. Up to 150,000 characters; take in larger files on the server with: npm run cli -- import schools FILE',
    try: 'See what would change',
    take: 'Take it in',
    result: 'Result',
  },
  cli: {
    migrated: { one: '{count} migration run.', other: '{count} migrations run.' },
    rolledBack: { one: '{count} migration taken back.', other: '{count} migrations taken back.' },
    nothingToDo: 'Nothing to do.',
    rebuilt: {
      one: 'The public search was made anew from {count} record.',
      other: 'The public search was made anew from {count} records.',
    },
    indexed: { one: '{count} application can be found now.', other: '{count} applications can be found now.' },
    administrator: 'Made an administrator of {email}. Within 7 days, open this link once to sign in for the first time:',
    verify: {
      version: 'Version {number}: {sha256}',
      same: '  The same as the number given: these words were posted.',
      differs: '  NOT the number given ({wanted}): these are other words.',
      rewritten: '  Another program has written the file anew. The number is of its words.',
      unreadable: 'No posted agenda can be read there: {source}',
    },
    usage: `npm run cli -- COMMAND

  migrate                              bring the database up to date
  rollback                             take the newest migration back
  search                               make found what an older version did not put into the search index
  search rebuild                       make the public search anew from the public records
  create-admin EMAIL NAME              make the first administrator, and print the link that lets them in
  import KIND [FILE] [--dry-run]       take in collaboratives (JSON), schools or zips (CSV);
                                       without FILE the one in src/facts, with --dry-run only say what would change
  states                               print every lifecycle as a Mermaid diagram
  verify-posting FILE|ADDRESS [SHA256] work out the number of a posted agenda, and of the versions before it
  demo [--keep]                        start a demonstration with invented people`,
  },
} as const;
