import { useQuery } from '@tanstack/react-query'
import { type AnswerOf, call } from '../../../../ui/client.ts'
import { RefusalError } from '../../../../ui/use-endpoint.ts'
import { listBankItems } from '../../contract.ts'

export type LevelItem = AnswerOf<typeof listBankItems>['items'][number]
type Place = { readonly editionId: string; readonly level: string }

/** All operational items of a level, however many pages that takes. */
export function useLevelItems({ editionId, level }: Place) {
  return useQuery<readonly LevelItem[], RefusalError>({
    queryKey: [listBankItems.path, 'all', editionId, level],
    queryFn: ({ signal }) => readAll({ editionId, level }, signal),
  })
}

const PER_PAGE = 500

async function readAll(place: Place, signal: AbortSignal): Promise<readonly LevelItem[]> {
  const items: LevelItem[] = []
  for (;;) {
    const reply = await call(listBankItems, { query: { ...place, after: items.at(-1)?.code ?? '', most: PER_PAGE }, signal })
    if (!reply.ok) throw new RefusalError(reply.refusal)
    items.push(...reply.value.items)
    if (reply.value.items.length < PER_PAGE) return items
  }
}
