import { useState } from 'react'
import type { AnswerOf, Told } from '../../../../ui/client.ts'
import { useAct } from '../../../../ui/use-endpoint.ts'
import { readVersion } from '../../contract.ts'

export type Opened = AnswerOf<typeof readVersion>
/** A version that opens when told to: every opening is put on record. */
export type Reading = {
  readonly opened: Opened | null
  readonly open: () => Promise<void>
  readonly busy: boolean
  readonly refusal: Told | null
}

export function useReading(itemVersionId: string): Reading {
  const { act, busy, refusal } = useAct(readVersion)
  const [opened, setOpened] = useState<Opened | null>(null)
  const open = async () => {
    const reply = await act({ params: { itemVersionId }, body: {} })
    if (reply.ok) setOpened(reply.value)
  }
  return { opened: opened?.version.itemVersionId === itemVersionId ? opened : null, open, busy, refusal }
}
