import { useState } from 'react'
import { fetchFile, type Told } from '../../../../ui/client.ts'
import { save } from '../../../../ui/components/table/table-export.tsx'
import { useAct, useRead } from '../../../../ui/use-endpoint.ts'
import { type FormatId, exportItems, listBankItems, showExportLosses } from '../../contract.ts'
import type { ChosenLevel } from '../level-picker.tsx'

const MOST = 500

/** The operational items of a level on their way into a format: first a report of what would be lost, then the file. */
export function useExport(format: FormatId, { editionId, level, key }: ChosenLevel) {
  const items = useRead(listBankItems, { query: { editionId, level, most: MOST } })
  const { act, busy, refusal } = useAct(showExportLosses)
  const [losses, setLosses] = useState<{ readonly of: string; readonly reply: Awaited<ReturnType<typeof act>> } | null>(null)
  const [refused, setRefused] = useState<Told | null>(null)
  const itemVersionIds = items.data?.items.map(item => item.itemVersionId) ?? []
  const body = { format, itemVersionIds }
  // a report speaks of one format and level: another choice asks for another report
  const asked = `${format} ${editionId} ${key}`
  return {
    count: itemVersionIds.length,
    busy,
    refusal: refused ?? refusal,
    told: losses?.of === asked && losses.reply.ok ? losses.reply.value : null,
    report: async () => setLosses({ of: asked, reply: await act({ body }) }),
    download: async () => {
      const reply = await fetchFile(exportItems, { body })
      setRefused(reply.ok ? null : reply.refusal)
      if (reply.ok) save(reply.value.name, reply.value.blob)
    },
  }
}
