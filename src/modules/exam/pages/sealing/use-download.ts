import { useState } from 'react'
import type { Endpoint } from '../../../../kernel/endpoint.ts'
import { type CallInput, fetchFile, type Told } from '../../../../ui/client.ts'
import { save } from '../../../../ui/components/table/table-export.tsx'

/** Fetches a file and hands it to the browser; while it is on its way a second one is not asked for. */
export function useDownload<E extends Endpoint>(endpoint: E) {
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Told | null>(null)
  const download = async (input: CallInput<E>) => {
    setBusy(true)
    const file = await fetchFile(endpoint, input)
    setBusy(false)
    setRefusal(file.ok ? null : file.refusal)
    if (file.ok) save(file.value.name, file.value.blob)
  }
  return { download, busy, refusal }
}
