import { type RefusalText, fillText } from '../../../../kernel/refusal-catalogue.ts'
import type { Refusal } from '../../../../kernel/result.ts'
import { assemblyRefusals } from '../refusals.ts'
import type { Said } from '../words/say-condition.ts'

/** Longest list of single faults in a sentence. */
const MOST_FAULTS = 3

/** Why a run failed, in words; the first single faults are told with it. */
export function failureOf({ code, facts, fields = [] }: Refusal): Said {
  const known: Readonly<Record<string, RefusalText>> = assemblyRefusals
  const text = known[code] ?? { zh: `组卷未能进行（${code}）。`, en: `The run could not go on (${code}).` }
  const first = fields.slice(0, MOST_FAULTS)
  return {
    zh: [fillText(text.zh, facts), ...first.map(field => field.zh)].join(''),
    en: [fillText(text.en, facts), ...first.map(field => field.en)].join(' '),
  }
}

export const PROCESS_ENDED: Said = {
  zh: '运行期间服务中断，没有生成试卷。请重新运行。',
  en: 'The service stopped while the run was under way and no form was made. Run it again.',
}
