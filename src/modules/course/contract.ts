import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'
import { isLocalDate } from '../../kernel/local-date.ts'

export type { CompletionProof } from './core/completion-proof.ts'
export { courseRefusals } from './core/refusals.ts'

const CompletionView = z.object({
  completionId: z.string(),
  number: z.string(),
  editionId: z.string(),
  level: z.string(),
  institution: z.string(),
  hours: z.number(),
  completedOn: z.string(),
  quizzesPassed: z.array(z.string()),
})

/** The completion proofs of the person who asks. */
export const listOwnCompletions = endpoint({
  method: 'GET',
  path: '/api/course/own-completions',
  summary: '我的结业证书 / my completion proofs',
  reply: z.object({ completions: z.array(CompletionView) }),
})

/** Issues a completion proof for a trainee of the institution. */
export const issueCompletion = endpoint({
  method: 'POST',
  path: '/api/course/completions',
  summary: '签发结业证书 / issue a completion proof',
  body: z.object({
    personId: z.string().min(1),
    editionId: z.string().min(1),
    level: z.string().min(1),
    institution: z.string().regex(/^\d{8}$/, '机构代码为8位数字。|Eight digits.'),
    hours: z.number().int().min(1).max(2000),
    completedOn: z.string().refine(isLocalDate, '日期不存在。|No such date.'),
    quizzesPassed: z.array(z.string().max(8)).max(20),
  }),
  reply: CompletionView,
  refusals: ['hours-short', 'quizzes-open', 'completion-in-future', 'no-standard-hours', 'completion-level-unknown', 'not-permitted'],
})
