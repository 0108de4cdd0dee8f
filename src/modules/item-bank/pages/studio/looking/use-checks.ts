import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { FieldFault, Result } from '../../../../../kernel/result.ts'
import { type AnswerOf, type Told, call } from '../../../../../ui/client.ts'
import { RefusalError } from '../../../../../ui/use-endpoint.ts'
import { checkItem, findSimilar } from '../../../contract.ts'
import { plainWords } from '../../../core/search/plain-words.ts'
import { type StudioDraft, bodyOf } from '../studio-draft.ts'
import { useSettled } from './use-settled.ts'

export type Checks = {
  /** Faults of facts, from the server; those of the documents are known at once on the page. */
  readonly factFaults: readonly FieldFault[]
  readonly findings: AnswerOf<typeof checkItem>['findings']
  readonly busy: boolean
  readonly failed: RefusalError | null
}
export type Similar = {
  readonly items: AnswerOf<typeof findSimilar>['items'] | null
  readonly busy: boolean
  readonly failed: RefusalError | null
}

const FACTS = /^(area|points|placings|importance|marks)\b/
const CHECK_AFTER_MS = 700
const COMPARE_AFTER_MS = 1_500
const LEAST_CHARACTERS = 8
const KEPT = { staleTime: Infinity, refetchOnWindowFocus: false, refetchOnMount: false, placeholderData: keepPreviousData } as const

/** What the server finds in the draft, once the writer pauses. */
export function useChecks(place: { readonly editionId: string; readonly level: string }, draft: StudioDraft): Checks {
  const settled = useSettled(draft, CHECK_AFTER_MS)
  const { editionId, level } = place
  const body = { editionId, level, draft: bodyOf(settled) }
  const read = useQuery<AnswerOf<typeof checkItem>, RefusalError>({
    queryKey: [checkItem.path, body],
    queryFn: async ({ signal }) => valueOf(await call(checkItem, { body, signal })),
    ...KEPT,
  })
  return {
    factFaults: (read.data?.faults ?? []).filter(fault => FACTS.test(fault.path)),
    findings: read.data?.findings ?? [],
    busy: read.isFetching || settled !== draft,
    failed: read.error,
  }
}

/** The items most like the draft; compared once there are some words. Null while there are too few. */
export function useSimilar(itemId: string, content: unknown): Similar {
  const { stem, rest } = plainWords(typeof content === 'object' && content !== null ? { ...content } : {})
  const text = useSettled(`${stem} ${rest}`.trim().slice(0, 8000), COMPARE_AFTER_MS)
  const isEnough = text.length >= LEAST_CHARACTERS
  const read = useQuery<AnswerOf<typeof findSimilar>, RefusalError>({
    queryKey: [findSimilar.path, itemId, text],
    queryFn: async ({ signal }) => valueOf(await call(findSimilar, { body: { text, exceptItemId: itemId, most: 5 }, signal })),
    enabled: isEnough,
    ...KEPT,
  })
  return { items: isEnough ? (read.data?.items ?? null) : null, busy: isEnough && read.isFetching, failed: isEnough ? read.error : null }
}

function valueOf<T>(reply: Result<T, Told>): T {
  if (!reply.ok) throw new RefusalError(reply.refusal)
  return reply.value
}
