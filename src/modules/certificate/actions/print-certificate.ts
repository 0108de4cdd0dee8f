import type { ParamsOf } from '../../../kernel/endpoint.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { Ctx } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { FileReply } from '../../../platform/http/route.ts'
import type { PlainDocument } from '../../../platform/print/plain-document.ts'
import { printDocument } from '../../../platform/print/print-document.ts'
import type { printCertificate } from '../contract.ts'
import { certificateDocument, type CertificateDocument } from '../core/certificate-document.ts'
import { readEntry } from './read-register.ts'
import { codeOf } from './sign-sheet.ts'

/** Sets the sheet that stands as PDF, for its holder and for officers in whose scope it was issued. */
export async function printOne(tx: Tx, request: { params: ParamsOf<typeof printCertificate> }, ctx: Ctx): Promise<Result<FileReply>> {
  const found = await readEntry(tx, ctx.actor, request.params.number)
  if (!found.ok) return found
  const { current } = found.value
  const document = certificateDocument(current, verificationAddress(codeOf(current)))
  const bytes = await printDocument(plainOf(document, ctx.now))
  return ok({ bytes, mediaType: 'application/pdf', fileName: `职业资格证书-${current.number}.pdf`, inline: true })
}

/** A scanned sheet opens the public page where the public address is configured; elsewhere the code itself is read. */
function verificationAddress(code: string): string {
  const address = process.env['ZHIHENG_PUBLIC_ADDRESS']
  return address ? `${address.replace(/\/+$/, '')}/certificates?code=${code}` : code
}

function plainOf(document: CertificateDocument, printedAt: number): PlainDocument {
  const { heading, headingEn, number, sheet, text, facts, issuer, issuedOn, remarks, code } = document
  return {
    name: `${heading} ${number}`,
    language: 'zh-CN',
    issuer,
    title: heading,
    subtitle: headingEn,
    seal: true,
    code: { text: code, caption: '扫码验证' },
    blocks: [
      { kind: 'facts', facts: facts.map((fact, i) => ({ ...fact, strong: i === 0 })), photo: { caption: '贴照片处，加盖骑缝印' } },
      { kind: 'paragraph', text, align: 'left' },
      {
        kind: 'facts',
        facts: [
          { label: '证书编号', value: number },
          { label: '发证机构', value: issuer },
          { label: '发证日期', value: issuedOn },
          { label: '印刷号', value: sheet },
        ],
        photo: null,
      },
      ...(remarks.length > 0 ? [{ kind: 'rules' as const, title: '备注', items: remarks }] : []),
    ],
    footer: '凭证书编号和姓名可在本平台公开查询证书的效力。',
    printedAt,
  }
}
