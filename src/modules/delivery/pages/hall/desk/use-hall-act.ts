import { useState } from 'react'
import type { Endpoint } from '../../../../../kernel/endpoint.ts'
import type { Result } from '../../../../../kernel/result.ts'
import type { AnswerOf, CallInput, Told } from '../../../../../ui/client.ts'
import { useAct } from '../../../../../ui/use-endpoint.ts'
import { newActId } from './act-id.ts'
import { useDraft } from './draft.ts'

export type Second = { readonly staffId: string; readonly passPhrase: string }
export const NOBODY: Second = { staffId: '', passPhrase: '' }

/**
 * A form of the hall and the act behind it. The act has its id from the moment the form is opened: sent again after a reload or a lost
 * reply, it is the same act and changes nothing twice. `second` is the other person, never kept.
 */
export function useHallAct<E extends Endpoint, T extends object>(
  endpoint: E,
  { draft, fresh, refresh = [] }: { readonly draft: string; readonly fresh: () => T; readonly refresh?: readonly Endpoint[] },
) {
  const [kept, change, end] = useDraft(draft, () => ({ actId: newActId(), ...fresh() }))
  const [second, setSecond] = useState<Second>(NOBODY)
  const { act, busy, refusal, clear } = useAct(endpoint, refresh)
  const send = async (input: CallInput<E>): Promise<Result<AnswerOf<E>, Told>> => {
    const reply = await act(input)
    if (reply.ok) end()
    // a wrong pass phrase is typed again; everything else stays as it was
    else if (SECOND_WRONG.has(reply.refusal.code)) setSecond(was => ({ ...was, passPhrase: '' }))
    return reply
  }
  return { values: kept, change, second, setSecond, send, busy, refusal, clear, end }
}

const SECOND_WRONG = new Set(['second-person-refused', 'second-person-same', 'second-person-lacks-duty'])

/** Does this refusal ask for a second person? */
export function asksForSecond(refusal: Told | null): boolean {
  return refusal !== null && (refusal.code === 'second-person-needed' || SECOND_WRONG.has(refusal.code))
}
