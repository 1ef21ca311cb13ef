/** Who may do what: a line for each operation of the OpenAPI document. */
export const people = [
  'nobody',
  'officer',
  'officer of another department',
  'officer of another tenant',
  'coordinator',
  'coordinator of another tenant',
  'central',
  'central of another jurisdiction',
  'suspended',
  'expired',
  'writer',
  'writer with a wrong key',
  'another site',
] as const;
export type Person = (typeof people)[number];

/** `yes`: anything but 401, 403 and 404. */
type Expected = 'yes' | 401 | 403 | 404;
type Row = Partial<Record<Person, Expected>> & { else: Expected };

const signedOut = {
  nobody: 401,
  expired: 401,
  writer: 401,
  'writer with a wrong key': 401,
  'another site': 401,
} as const;
const everybody: Row = { else: 'yes' };
const theWriter: Row = { writer: 'yes', else: 404 };
const staffOfLetter: Row = { ...signedOut, officer: 'yes', coordinator: 'yes', central: 403, else: 404 };
const coordinatorOnly: Row = { ...staffOfLetter, officer: 403 };
const anyMember: Row = { ...signedOut, else: 'yes' };
const tenantReaders: Row = {
  ...signedOut,
  officer: 'yes',
  'officer of another department': 'yes',
  coordinator: 'yes',
  central: 'yes',
  else: 404,
};
const tenantAdmins: Row = { ...tenantReaders, officer: 403, 'officer of another department': 403 };

const coordinatorOfTenant: Row = { ...tenantAdmins, central: 403 };

const officers403 = {
  officer: 403,
  'officer of another department': 403,
  'officer of another tenant': 403,
} as const;

const bothCentres = { central: 'yes', 'central of another jurisdiction': 'yes' } as const;
const elsewhere404 = { 'central of another jurisdiction': 404, else: 403 } as const;

const officers =
  'accept|transfer|object|request-info|reply|extend|follow-up|contacted|publish|note|new-key|contact|uploads';
const coordinators = 'assign|decline|spam|approve|return|withhold|take-down|merge|erase|erase-contact';
export const table: [operation: RegExp, row: Row][] = [
  [/^get \/v1\/tenants\/\{tenant\}(\/(?!letters\/|uploads\/).*)?$/, everybody],
  // An upload is its key's; there is none of that name.
  [/^get \/v1\/tenants\/\{tenant\}\/uploads\/\{id\}$/, { else: 404 }],
  [/^post \/v1\/tenants\/\{tenant\}\/uploads\/\{id\}\/complete$/, { 'another site': 403, else: 404 }],
  [/^put \/v1\/tenants\/\{tenant\}\/uploads\/\{id\}\/parts\/\{part\}$/, { 'another site': 403, else: 404 }],
  // Nor is there such a file: worker/attachments/files.test.ts opens those that are.
  [/^get \/v1\/tenants\/\{tenant\}\/letters\/\{number\}\/files\/\{id\}$/, { else: 404 }],
  [/^get \/v1\/letters\/\{number\}\/files\/\{id\}$/, { else: 404 }],
  [/^get \/v1\/staff\/letters\/\{number\}\/files\/\{id\}$/, { ...signedOut, central: 403, else: 404 }],
  // It isn't published: nobody reads it here, not even those who may elsewhere.
  [/^get \/v1\/tenants\/\{tenant\}\/letters\/\{number\}$/, { else: 404 }],
  [/^post \/v1\/tenants\/\{tenant\}\/(letters|uploads)$/, { ...everybody, 'another site': 403 }],
  [/^post \/v1\/tenants\/\{tenant\}\/seen$/, everybody],
  // A letter that isn't published can't be endorsed, whoever asks.
  [
    /^post \/v1\/tenants\/\{tenant\}\/letters\/\{number\}\/(endorsements|verdicts)$/,
    { 'another site': 403, else: 404 },
  ],
  [/^get \/v1\/letters\/\{number\}$/, theWriter],
  [/^post \/v1\/letters\/\{number\}\/\w+$/, { ...theWriter, 'another site': 403 }],
  [/^get \/v1\/staff\/(session|tokens)$/, anyMember],
  [/^(post|delete) \/v1\/staff\/tokens(\/\{id\})?$/, anyMember],
  [/^get \/v1\/staff\/letters$/, tenantReaders],
  [/^get \/v1\/staff\/tenants$/, tenantReaders],
  [/^post \/v1\/staff\/letters$/, { ...tenantReaders, central: 403 }],
  [/^(post|delete) \/v1\/staff\/letters\/\{number\}\/presence$/, staffOfLetter],
  [/^get \/v1\/staff\/(today|filters)$/, tenantReaders],
  [/^post \/v1\/staff\/filters$/, tenantReaders],
  // A filter of one's own; nobody here has one of that name.
  [/^delete \/v1\/staff\/filters\/\{id\}$/, { ...signedOut, else: 404 }],
  [/^get \/v1\/staff\/letters\/\{number\}(\/sheet)?$/, { ...staffOfLetter, central: 'yes' }],
  [/^post \/v1\/staff\/letters\/\{number\}\/reply-check$/, { ...staffOfLetter, central: 'yes' }],
  [new RegExp(`^post /v1/staff/letters/\\{number\\}/(${officers})$`), staffOfLetter],
  [new RegExp(`^post /v1/staff/letters/\\{number\\}/(${coordinators})$`), coordinatorOnly],
  [/^(get|post) \/v1\/staff\/webhooks$/, coordinatorOfTenant],
  [/^get \/v1\/staff\/deliveries$/, coordinatorOfTenant],
  // By its id: who belongs to another tenant is told what they are there.
  [
    /^(get|post|delete) \/v1\/staff\/(webhooks|deliveries)\/\{id\}(\/\w+)?$/,
    { ...coordinatorOfTenant, 'officer of another tenant': 403, central: 404 },
  ],
  [/^get \/v1\/staff\/notices$/, tenantReaders],
  [/^post \/v1\/staff\/notices$/, { ...tenantReaders, 'officer of another department': 403, central: 403 }],
  [/^get \/v1\/staff\/(members|origins|retention)$/, tenantAdmins],
  [/^post \/v1\/staff\/(origins|retention)$/, tenantAdmins],
  [/^(get|post) \/v1\/staff\/invitations$/, tenantAdmins],
  // By an id that is no invitation's: nobody finds it; worker/staff/invitation.test.ts asks for those that are.
  [/^(post|delete) \/v1\/staff\/invitations\/\{id\}(\/again)?$/, { ...signedOut, ...officers403, else: 404 }],
  // Whoever holds the link; there is none of that token.
  [/^post \/v1\/invitations\/(open|accept)$/, { 'another site': 403, else: 404 }],
  [/^post \/v1\/staff\/members\/\{id\}$/, { ...signedOut, ...officers403, coordinator: 'yes', else: 404 }],
  [/^(get|post) \/v1\/staff\/deputies$/, { ...tenantReaders, central: 403 }],
  // None of that name: worker/staff/deputy.test.ts ends those that are.
  [/^delete \/v1\/staff\/deputies\/\{id\}$/, { ...signedOut, else: 404 }],
  // Who belongs to another tenant is shown the department of that id there.
  [
    /^get \/v1\/staff\/departments\/\{id\}$/,
    { ...signedOut, ...officers403, coordinator: 'yes', 'coordinator of another tenant': 'yes', else: 404 },
  ],
  [/^post \/v1\/staff\/departments\/(merge|\{id\}\/split)$/, tenantAdmins],
  [/^post \/v1\/staff\/members$/, { ...signedOut, coordinator: 'yes', central: 'yes', else: 403 }],
  [
    /^post \/v1\/staff\/members\/\{id\}\/(suspend|resume)$/,
    { ...signedOut, coordinator: 'yes', central: 'yes', else: 404 },
  ],
  [
    /^get \/v1\/central\/tenants$/,
    { ...signedOut, central: 'yes', 'central of another jurisdiction': 'yes', else: 403 },
  ],
  [/^post \/v1\/central\/tenants$/, { ...signedOut, central: 'yes', else: 403 }],
  [
    /^post \/v1\/central\/tenants\/\{tenant\}\/(suspend|resume)$/,
    { ...signedOut, central: 'yes', ...elsewhere404 },
  ],
  [/^(get|post) \/v1\/central\/tenants\/\{tenant\}\/origins$/, { ...tenantAdmins, coordinator: 403 }],
  [/^post \/v1\/central\/tenants\/\{tenant\}\/import\/(letters|notices)$/, tenantAdmins],
  [/^get \/v1\/central\/(spot-checks|promises|contested)$/, { ...signedOut, ...bothCentres, else: 403 }],
  [
    /^(post \/v1\/central\/spot-checks|get \/v1\/central\/reviewers)$/,
    { ...signedOut, central: 'yes', ...elsewhere404 },
  ],
  [
    /^(get|post) \/v1\/central\/spot-checks\/\{id\}(\/(population|draw|close|items|csv|items\/\{ordinal\}\/score))?$/,
    { ...signedOut, central: 'yes', ...elsewhere404 },
  ],
  // Nothing is drawn yet: worker/spot-checks/scoring.test.ts reads what is.
  [
    /^get \/v1\/central\/spot-checks\/\{id\}\/items\/\{ordinal\}$/,
    { ...signedOut, central: 404, ...elsewhere404 },
  ],
  [/^get \/v1\/staff\/promises$/, tenantReaders],
  [/^get \/v1\/staff\/spot-checks$/, coordinatorOfTenant],
  [
    /^get \/v1\/staff\/spot-checks\/\{id\}(\/population)?$/,
    { ...coordinatorOfTenant, 'officer of another tenant': 403, central: 404 },
  ],
  [/^get \/v1\/central\/(orders|overdue|calendar)$/, { ...signedOut, ...bothCentres, else: 403 }],
  [/^post \/v1\/central\/orders$/, { ...signedOut, central: 'yes', ...elsewhere404 }],
  // Published nowhere: whoever asks.
  [/^get \/v1\/bulletins\/\{id\}\/\{format\}$/, { else: 404 }],
  [/^get \/v1\/ranking$/, { else: 404 }],
  [/^get \/v1\/central\/ranking$/, { ...signedOut, central: 'yes', ...elsewhere404 }],
  [/^post \/v1\/central\/ranking\/publication$/, { ...signedOut, central: 'yes', ...elsewhere404 }],
  [/^get \/v1\/central\/ranking\/\{tenant\}$/, { ...tenantAdmins, coordinator: 403 }],
  [
    /^get \/v1\/central\/(liveness|inspection|annual(\.xlsx)?)$/,
    { ...signedOut, central: 'yes', ...elsewhere404 },
  ],
  [/^get \/v1\/staff\/(liveness|(inspection|annual)(\.xlsx)?)$/, tenantAdmins],
  [/^post \/v1\/staff\/inspection$/, coordinatorOfTenant],
  [/^get \/v1\/staff\/ranking(-comment)?$/, tenantReaders],
  [/^post \/v1\/staff\/ranking-comment$/, coordinatorOfTenant],
  [/^get \/v1\/central\/bulletins$/, { ...signedOut, ...bothCentres, else: 403 }],
  [
    /^(post \/v1\/central\/bulletins|(get|post) \/v1\/central\/bulletins\/\{id\}(\/(\{format\}|publication))?)$/,
    { ...signedOut, central: 'yes', ...elsewhere404 },
  ],
  [/^(get|post) \/v1\/central\/bounds$/, { ...signedOut, central: 'yes', ...elsewhere404 }],
  // Who answers for a part of the nation announces no year to all of it.
  [/^post \/v1\/central\/calendar$/, { ...signedOut, else: 403 }],
  [/^post \/v1\/central\/calendar\/preview$/, { ...signedOut, central: 'yes', ...elsewhere404 }],
  [
    /^(get|post) \/v1\/central\/orders\/\{number\}(\/(accept|return|withdraw))?$/,
    { ...signedOut, central: 'yes', ...elsewhere404 },
  ],
  [/^get \/v1\/staff\/(orders|rules|calendar|clock|departments)$/, tenantReaders],
  [/^get \/v1\/staff\/orders\/\{number\}$/, { ...staffOfLetter, central: 'yes' }],
  [/^post \/v1\/staff\/orders\/\{number\}\/answer$/, coordinatorOnly],
  [/^post \/v1\/staff\/(rules|calendar|calendar\/preview|departments)$/, tenantAdmins],
  [/^post \/v1\/staff\/departments\/\{id\}\/rename$/, tenantAdmins],
  [/^(get|post) \/v1\/staff\/tenant$/, tenantAdmins],
  [/^get \/v1\/staff\/templates$/, tenantReaders],
  [/^post \/v1\/staff\/templates$/, coordinatorOfTenant],
  // There is none of that name: worker/templates/templates.test.ts has some.
  [/^post \/v1\/staff\/templates\/\{id\}$/, { ...coordinatorOfTenant, coordinator: 404 }],
  [
    /^delete \/v1\/staff\/templates\/\{id\}$/,
    { ...coordinatorOfTenant, coordinator: 404, 'officer of another tenant': 403, central: 404 },
  ],
  [/^get \/v1\/staff\/letters\/\{number\}\/similar$/, { ...staffOfLetter, central: 'yes' }],
  [/^post \/v1\/operator\/(seeding|ready)$/, { ...signedOut, else: 403 }],
];
