/** Faults planted into the variants of a cause. */
import type { Edit } from './run-checks';

const source = { url: 'https://www.iana.org/', seen: '2026-11-23', evidence: 'specification' };
const variant = (row: object): Edit => ({
  file: 'causes/recipient-restricted/variants.json',
  path: [],
  value: [{ id: 'planted-variant', example: '550 5.7.1 planted <user@example.com>', source, ...row }],
});

/** See `planted`. */
export const plantedVariants: [string, Edit[], string][] = [
  [
    'a row that means what is not there',
    [
      {
        file: 'codes/planted.json',
        path: [],
        value: {
          provider: 'rfc',
          rows: [{ code: '5.2.2', cause: 'mailbox-full', confidence: 'low', source, variant: 'half-full' }],
        },
      },
    ],
    'rows[0].variant: "mailbox-full" has no variant "half-full"',
  ],
  [
    'a variant that no row chooses',
    [variant({})],
    'causes/recipient-restricted/variants.json: [0].id: no row chooses "planted-variant"',
  ],
  [
    'a variant without words',
    [variant({})],
    'causes/recipient-restricted/en.json: variants.planted-variant: the variant has no words',
  ],
  [
    'a variant that repeats its cause',
    [variant({ resend: 'after-fix' })],
    '[0].resend: the cause says so already',
  ],
  [
    'a variant with a step that is not there',
    [variant({ steps: ['fly'] })],
    '[0].steps[0]: the cause has no step "fly"',
  ],
  [
    'a variant that waits without end',
    [variant({ resend: 'wait' })],
    '[0].waitHours: is null although resend is "wait"',
  ],
  [
    'a variant with hours that nobody waits',
    [variant({ waitHours: 5 })],
    '[0].waitHours: counts only where resend is "wait"',
  ],
];
