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
  [/^post \/v1\/staff\/letters$/, { ...tenantReaders, central: 403 }],
  [/^get \/v1\/staff\/letters\/\{number\}$/, { ...staffOfLetter, central: 'yes' }],
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
  [/^(get|post) \/v1\/central\/tenants\/\{tenant\}\/origins$/, { ...tenantAdmins, coordinator: 403 }],
  [/^post \/v1\/central\/tenants\/\{tenant\}\/import\/(letters|notices)$/, tenantAdmins],
  [/^get \/v1\/central\/(orders|overdue|calendar)$/, { ...signedOut, ...bothCentres, else: 403 }],
  [/^post \/v1\/central\/orders$/, { ...signedOut, central: 'yes', ...elsewhere404 }],
  // Published nowhere: whoever asks.
  [/^get \/v1\/ranking$/, { else: 404 }],
  [/^get \/v1\/central\/ranking$/, { ...signedOut, central: 'yes', ...elsewhere404 }],
  [/^post \/v1\/central\/ranking\/publication$/, { ...signedOut, central: 'yes', ...elsewhere404 }],
  [/^get \/v1\/central\/ranking\/\{tenant\}$/, { ...tenantAdmins, coordinator: 403 }],
  [/^get \/v1\/staff\/ranking-comment$/, tenantReaders],
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
  [/^post \/v1\/operator\/(seeding|ready)$/, { ...signedOut, else: 403 }],
];
