import { Button } from 'antd'
import { useState } from 'react'
import { EmptyState } from '../../../ui/components/page/empty-state.tsx'
import { PageHead } from '../../../ui/components/page/page-head.tsx'
import { RefusalNote } from '../../../ui/components/page/refusal-note.tsx'
import { WaitingSkeleton } from '../../../ui/components/page/waiting-skeleton.tsx'
import { save } from '../../../ui/components/table/table-export.tsx'
import { fetchFile, type Told } from '../../../ui/client.ts'
import { useRead } from '../../../ui/use-endpoint.ts'
import { useWords } from '../../../ui/words.ts'
import { listOwnCertificates, printCertificate } from '../contract.ts'
import { CertificateCard } from './certificate-card.tsx'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

/** 我的证书: the candidate's certificates as cards, to be downloaded. */
export function OwnCertificatesPage() {
  const words = useWords(zh, en).own
  const read = useRead(listOwnCertificates, {})
  return (
    <>
      <PageHead title={words.title} purpose={words.purpose} />
      {read.isPending && <WaitingSkeleton lines={6} />}
      {read.isError && <RefusalNote refusal={read.error.told} onRetry={() => void read.refetch()} />}
      {read.data?.certificates.length === 0 && <EmptyState what={words.empty} how={words.emptyHow} />}
      <div className="zc-own">
        {read.data?.certificates.map(certificate => (
          <div key={certificate.number} className="zc-own-one">
            <CertificateCard certificate={certificate} holder={certificate.holderName} />
            {certificate.standing.kind === 'valid' && <PrintButton number={certificate.number} />}
          </div>
        ))}
      </div>
    </>
  )
}

/** Fetches the PDF and hands it over as a file. */
export function PrintButton({ number, label }: { readonly number: string; readonly label?: string }) {
  const words = useWords(zh, en).own
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Told | null>(null)
  const print = async () => {
    setBusy(true)
    const file = await fetchFile(printCertificate, { params: { number } })
    setBusy(false)
    setRefusal(file.ok ? null : file.refusal)
    if (file.ok) save(file.value.name, file.value.blob)
  }
  return (
    <>
      <div>
        <Button loading={busy} onClick={() => void print()}>
          {label ?? words.print}
        </Button>
      </div>
      <RefusalNote refusal={refusal} what={words.failed} />
    </>
  )
}
