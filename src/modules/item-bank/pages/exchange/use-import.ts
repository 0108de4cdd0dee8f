import { useState } from 'react'
import type { AnswerOf } from '../../../../ui/client.ts'
import { useAct } from '../../../../ui/use-endpoint.ts'
import { type FormatId, type LICENCES, importItems } from '../../contract.ts'

export type ImportAnswer = AnswerOf<typeof importItems>
export type ImportChoice = {
  readonly format: FormatId | ''
  readonly area: string
  readonly difficulty: number
  readonly licence: (typeof LICENCES)[number]
  readonly holder: string
}

/** One file on its way in: tried first, entered when the person says so. A change of the choices makes the trial void. */
export function useImport(place: { readonly editionId: string; readonly level: string }) {
  const [file, setFile] = useState<File | null>(null)
  const [choice, setChoice] = useState<ImportChoice>({ format: '', area: '', difficulty: 3, licence: 'permission', holder: '' })
  const [tried, setTried] = useState<ImportAnswer | null>(null)
  const [entered, setEntered] = useState<ImportAnswer | null>(null)
  const { act, busy, refusal, clear } = useAct(importItems)
  const forget = () => {
    setTried(null)
    setEntered(null)
    clear()
  }
  const send = async (dryRun: boolean, soundOnly: boolean) => {
    if (file === null) return
    const body = {
      ...place,
      ...choice,
      dryRun: dryRun ? ('true' as const) : ('false' as const),
      soundOnly: soundOnly ? ('true' as const) : ('false' as const),
    }
    const reply = await act({ body, file })
    if (!reply.ok) return
    if (dryRun) setTried(reply.value)
    else setEntered(reply.value)
  }
  return {
    file,
    choice,
    tried,
    entered,
    busy,
    refusal,
    take: (next: File | null) => {
      setFile(next)
      forget()
    },
    choose: (change: Partial<ImportChoice>) => {
      setChoice(before => ({ ...before, ...change }))
      forget()
    },
    tryIt: () => send(true, false),
    enter: (soundOnly: boolean) => send(false, soundOnly),
  }
}
