import { z } from 'zod'
import { endpoint } from '../../../../kernel/endpoint.ts'
import { ReadinessCertificate } from '../drill/certificate.ts'
import { STEP_STATES } from '../drill/drill-steps.ts'
import { Credentials, People } from '../hall/inputs.ts'

const HALL = '/api/delivery/hall' as const
const SECOND = ['second-person-needed', 'second-person-same', 'second-person-lacks-duty', 'second-person-refused', 'staff-locked'] as const
const Said = z.object({ zh: z.string(), en: z.string() })
const Fault = z.object({ path: z.string(), zh: z.string(), en: z.string() })
const MeasureView = z.object({
  measureId: z.string(),
  name: Said,
  unit: Said,
  limit: z.number(),
  kind: z.enum(['at-most', 'at-least']),
  by: z.enum(['server', 'people']),
})
const StepView = z.object({
  stepId: z.string(),
  name: Said,
  task: Said,
  /** Do two persons answer for it, and may it be left out at this site? */
  byTwo: z.boolean(),
  maySkip: z.boolean(),
  measures: z.array(MeasureView),
  state: z.enum(STEP_STATES),
  beganAt: z.number().nullable(),
  values: z.array(z.object({ stepId: z.string(), measureId: z.string(), value: z.number() })),
  note: z.string(),
  doneBy: z.string().nullable(),
  witness: z.string().nullable(),
  doneAt: z.number().nullable(),
  /** Limits that were missed: the step is done again. */
  faults: z.array(Fault),
})
export const DrillView = z.object({
  /** Is a rehearsal open here, so that a drill can be done? */
  rehearsal: z.boolean(),
  drill: z.object({ drillId: z.string(), startedAt: z.number(), startedBy: z.string() }).nullable(),
  steps: z.array(StepView),
  /** Everything that stands between this drill and its certificate. */
  faults: z.array(Fault),
  people: People,
})
export const ReadinessView = z.object({
  certificate: ReadinessCertificate.nullable(),
  signature: z.string().nullable(),
  publicKey: z.string().nullable(),
  /** The certificate line by line, to be printed and put up. */
  lines: z.array(z.string()),
  ready: z.boolean(),
  fault: Fault.nullable(),
})
export const RunDrillInput = z.strictObject({
  /** A new drill instead of going on with the one that was begun. */
  fresh: z.boolean().default(false),
  /** How long simulated candidates work. */
  seconds: z.number().int().min(1).max(600).default(60),
})
export const DrillStepInput = z.strictObject({
  /** `begin` sets the watch going, `confirm` ends the step with what was measured, `skip` leaves it out. */
  act: z.enum(['begin', 'confirm', 'skip']),
  witness: Credentials.nullable().default(null),
  values: z
    .array(z.strictObject({ measureId: z.string().max(40), value: z.number().int().min(0).max(1_000_000) }))
    .max(10)
    .default([]),
  /** The rehearsal key as it was read out and typed. */
  spokenKey: z.string().max(200).nullable().default(null),
  note: z.string().trim().max(500).default(''),
})

export const runDrill = endpoint({
  method: 'POST',
  path: `${HALL}/drills`,
  summary: 'Begin a drill and the load simulation, which the server does by itself',
  body: RunDrillInput,
  reply: DrillView,
  refusals: ['site-empty', 'drill-needs-rehearsal', 'drill-load-running'],
})
export const readDrill = endpoint({
  method: 'GET',
  path: `${HALL}/drills`,
  summary: 'The steps of the drill, how far each has come, and what was measured',
  reply: DrillView,
  refusals: ['site-empty'],
})
export const confirmDrillStep = endpoint({
  method: 'POST',
  path: `${HALL}/drills/steps/:step`,
  summary: 'Begin a step, confirm it with what was measured, or leave it out; by two where the script says so',
  params: z.object({ step: z.string().min(1).max(40) }),
  body: DrillStepInput,
  reply: DrillView,
  refusals: [
    'site-empty',
    'drill-not-begun',
    'drill-step-unknown',
    'drill-step-needed',
    'drill-step-not-begun',
    'drill-values-missing',
    'drill-values-foreign',
    'drill-key-wrong',
    'drill-result-missing',
    'drill-peer-not-seen',
    'drill-load-running',
    ...SECOND,
  ],
})
export const readReadiness = endpoint({
  method: 'GET',
  path: `${HALL}/readiness`,
  summary: 'The readiness certificate of this site and whether it holds',
  reply: ReadinessView,
  refusals: ['site-empty'],
})
export const certifyReadiness = endpoint({
  method: 'POST',
  path: `${HALL}/readiness`,
  summary: 'Issue the certificate of a drill that was passed, by manager and engineer, under the key of the site',
  body: z.strictObject({ witness: Credentials.nullable().default(null) }),
  reply: ReadinessView,
  refusals: ['site-empty', 'drill-not-begun', 'drill-failed', 'site-not-enrolled', ...SECOND],
})
