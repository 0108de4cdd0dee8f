import { z } from 'zod'
import { INTERACTION_TYPES } from '../../../interactions/contract.ts'

const Path = z.array(z.string())
const Type = z.enum(INTERACTION_TYPES)

export const FormView = z.object({
  formId: z.string(),
  editionId: z.string(),
  level: z.string(),
  workType: z.string().nullable(),
  part: z.string(),
  title: z.string(),
  minutes: z.number(),
  digest: z.string(),
  assembledAt: z.number(),
  assembledBy: z.string(),
  /** The run and blueprint version it comes from; null for a form of the quick door. */
  runId: z.string().nullable(),
  blueprintVersionId: z.string().nullable(),
  items: z.number(),
})
export const CountsView = z.record(Type, z.number())
export const FormFaultView = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('total'), total: z.number() }),
  z.object({ kind: z.literal('area'), path: Path, weight: z.number(), marks: z.number() }),
  z.object({ kind: z.literal('outside'), code: z.string() }),
  z.object({ kind: z.literal('twice'), code: z.string() }),
  z.object({ kind: z.literal('not-operational'), code: z.string() }),
  z.object({ kind: z.literal('level'), code: z.string(), level: z.string() }),
])

const Share = { items: z.number(), marks: z.number() }
/** An item at its place, without content. `seconds` null: nobody has estimated it. `b` difficulty on the scale of abilities, thousandths. */
export const PlaceView = z.object({
  place: z.number(),
  itemId: z.string(),
  itemVersionId: z.string(),
  code: z.string(),
  type: Type,
  marks: z.number(),
  path: Path,
  level: z.string(),
  difficulty: z.number(),
  importance: z.string(),
  points: z.array(z.string()),
  seconds: z.number().nullable(),
  exposure: z.number(),
  lastUsedAt: z.number().nullable(),
  stimulusVersionId: z.string().nullable(),
  isMachineMarked: z.boolean(),
  b: z.number(),
  /** Do figures from responses stand behind `b`, or only the writer's estimate? */
  isCalibrated: z.boolean(),
})
/**
 * At an ability (thousandths): information and standard error in thousandths, mean and standard deviation of the score in
 * hundredths of a mark. The standard error is null where there is no information.
 */
export const CurvePointView = z.object({
  theta: z.number(),
  information: z.number(),
  standardError: z.number().nullable(),
  mean: z.number(),
  deviation: z.number(),
})
/** Everything a page shows of a form but contents. Marks in hundredths. */
export const FormFactsView = z.object({
  items: z.number(),
  marks: z.number(),
  minutes: z.number(),
  /** Sum of the seconds that are known, and how many items nobody has estimated. */
  seconds: z.number(),
  unestimated: z.number(),
  calibrated: z.number(),
  areas: z.array(z.object({ path: Path, weight: z.number(), ...Share })),
  types: z.array(z.object({ type: Type, ...Share })),
  importance: z.array(z.object({ importance: z.string(), ...Share })),
  difficulty: z.array(z.object({ difficulty: z.number(), ...Share })),
  levels: z.array(z.object({ level: z.string(), ...Share })),
  /** From −3 to 3 in steps of a quarter. */
  curve: z.array(CurvePointView),
  places: z.array(PlaceView),
})

const Figures = z.object({ marks: z.number(), seconds: z.number(), unestimated: z.number(), meanDifficulty: z.number() })
const Change = { before: z.object(Share), after: z.object(Share) }
/** What a swap would alter; only shares that change are listed. Marks in hundredths, information and mean difficulty in thousandths. */
export const SwapPreviewView = z.object({
  before: Figures,
  after: Figures,
  areas: z.array(z.object({ path: Path, weight: z.number(), ...Change })),
  types: z.array(z.object({ type: Type, ...Change })),
  importance: z.array(z.object({ importance: z.string(), ...Change })),
  /** Information at each ability. */
  curve: z.array(z.object({ theta: z.number(), before: z.number(), after: z.number() })),
  /** Codes of items in the form that the bank calls enemies of the newcomer. */
  enemies: z.array(z.string()),
  /** Items in common with each other form of the run that was not discarded. */
  overlaps: z.array(z.object({ number: z.number(), before: z.number(), after: z.number() })),
})

/** A form beside others: the figures that tell whether they are parallel. Mean difficulty in thousandths. */
export const SideView = z.object({
  number: z.number(),
  items: z.number(),
  marks: z.number(),
  seconds: z.number(),
  meanDifficulty: z.number(),
  curve: z.array(CurvePointView),
})
