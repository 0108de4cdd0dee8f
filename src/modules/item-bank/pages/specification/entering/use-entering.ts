import { useState } from 'react'
import { type AnswerOf, type CallInput, type Told, fetchFile } from '../../../../../ui/client.ts'
import { save } from '../../../../../ui/components/table/table-export.tsx'
import { useAct } from '../../../../../ui/use-endpoint.ts'
import {
  exportSpecification,
  importSpecification,
  listSpecifications,
  placeChoices,
  showSpecification,
  showSpecificationPattern,
} from '../../../contract.ts'

export type EnteringAnswer = AnswerOf<typeof importSpecification>
export type EnteringPlace = { readonly editionId: string; readonly level: string; readonly part: 'theory' | 'practice' }
type Refused = { readonly told: Told; readonly at: 'try' | 'enter' | 'file' }

const CHOICES = placeChoices()
const USUAL: EnteringPlace = { editionId: 'ec-2005', level: 'L4', part: 'theory' }

/** One workbook on its way in: tried first, entered when the person says so. Another file or place makes the trial void. */
export function useEntering() {
  const [place, setPlace] = useState(USUAL)
  const [file, setFile] = useState<File | null>(null)
  const [tried, setTried] = useState<EnteringAnswer | null>(null)
  const [entered, setEntered] = useState<EnteringAnswer | null>(null)
  const [refused, setRefused] = useState<Refused | null>(null)
  const { act, busy } = useAct(importSpecification, [listSpecifications, showSpecification])
  const forget = () => {
    setTried(null)
    setEntered(null)
    setRefused(null)
  }
  const send = async (at: 'try' | 'enter') => {
    if (file === null) return
    const reply = await act({ body: { ...place, dryRun: at === 'try' ? 'true' : 'false' }, file })
    setRefused(reply.ok ? null : { told: reply.refusal, at })
    if (!reply.ok) return
    if (at === 'try') setTried(reply.value)
    else setEntered(reply.value)
  }
  const fetchBook = async (endpoint: typeof exportSpecification | typeof showSpecificationPattern) => {
    const input: CallInput<typeof exportSpecification> = { query: place }
    const reply = await fetchFile(endpoint, input)
    setRefused(reply.ok ? null : { told: reply.refusal, at: 'file' })
    if (reply.ok) save(reply.value.name, reply.value.blob)
  }
  return {
    place,
    editions: CHOICES,
    levels: CHOICES.find(each => each.editionId === place.editionId)?.levels ?? [],
    file,
    tried,
    entered,
    refused,
    busy,
    choose: (change: Partial<EnteringPlace>) => {
      const next = { ...place, ...change }
      const levels = CHOICES.find(each => each.editionId === next.editionId)?.levels ?? []
      setPlace(levels.some(each => each.level === next.level) ? next : { ...next, level: levels[0]?.level ?? '' })
      forget()
    },
    take: (next: File | null) => {
      setFile(next)
      forget()
    },
    tryIt: () => send('try'),
    enter: () => send('enter'),
    pattern: () => fetchBook(showSpecificationPattern),
    present: () => fetchBook(exportSpecification),
  }
}
