import { z } from 'zod'
import { endpoint } from '../../../../kernel/endpoint.ts'
import { CountsView, FormFactsView, FormFaultView, FormView } from '../views/form-views.ts'
import { PLACE_REFUSALS } from './blueprint-endpoints.ts'

const form = { params: z.object({ formId: z.uuid() }) }

/** The forms of an edition and level, newest first; empty texts ask for all. */
export const listForms = endpoint({
  method: 'GET',
  path: '/api/assembly/forms',
  summary: '试卷目录 / forms, newest first',
  query: z.object({
    editionId: z.string().max(64).default(''),
    level: z.string().max(8).default(''),
    most: z.coerce.number().int().min(1).max(500).default(200),
  }),
  reply: z.object({ total: z.number(), forms: z.array(FormView) }),
})
/** Assembles a theory form by the weight table of a level at once, without a blueprint. */
export const requestForm = endpoint({
  method: 'POST',
  path: '/api/assembly/forms',
  summary: '按比重表组卷 / assemble a form by the weight table',
  body: z.strictObject({
    editionId: z.string().min(1).max(64),
    level: z.string().min(1).max(8),
    workType: z.string().min(1).max(40).nullable().default(null),
  }),
  reply: z.object({ formId: z.string() }),
  refusals: [...PLACE_REFUSALS, 'theory-not-examined', 'weights-not-whole', 'bank-too-small', 'form-impossible', 'solver-failed'],
})
/** A form with its proof: for each area of the table the weight, the marks and the items; marks in hundredths. No item content. */
export const showForm = endpoint({
  method: 'GET',
  path: '/api/assembly/forms/:formId',
  summary: '试卷与比重证明 / a form with the proof of its weights',
  ...form,
  reply: z.object({
    form: FormView,
    rows: z.array(z.object({ path: z.array(z.string()), weight: z.number(), marks: z.number(), counts: CountsView })),
    total: z.number(),
    faults: z.array(FormFaultView),
    importance: z.array(z.object({ importance: z.string(), items: z.number() })),
    difficulty: z.array(z.object({ difficulty: z.number(), items: z.number() })),
  }),
  refusals: ['form-unknown'],
})
/** Coverage, curves, time and the list of items of a form; no contents. */
export const showFormFacts = endpoint({
  method: 'GET',
  path: '/api/assembly/forms/:formId/facts',
  summary: '试卷的各项事实 / the facts of a form',
  ...form,
  reply: z.object({ form: FormView, facts: FormFactsView }),
  refusals: ['form-unknown'],
})
