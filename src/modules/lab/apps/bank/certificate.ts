import { z } from 'zod'
import { happened } from '../../core/app/define-app.ts'
import type { DecideContext } from '../../core/app/lab-app.ts'
import { no } from '../../core/app/refuse.ts'
import { signedIn } from './lookup.ts'
import { type BankPart, parts } from './slice.ts'

/** What the certification authority tells of one of its certificates. */
export type KnownCertificate = {
  readonly subject: string
  readonly status: string
  readonly usage: readonly string[]
  readonly holder: string | null
}

/** Asks the authority of this world; null when it knows no such certificate. */
export function certificateOf(ctx: Pick<DecideContext, 'ask'>, serial: string): KnownCertificate | null {
  return ctx.ask('pki.certificate', { serial }) as KnownCertificate | null
}

/** Why a certificate does not open the door any more. */
export function certificateFault(ctx: Pick<DecideContext, 'ask'>, serial: string): ReturnType<typeof no> | null {
  const status = certificateOf(ctx, serial)?.status
  if (status === 'revoked' || status === 'held') return no('E_CERT_REVOKED', {}, 'certificate')
  return status === 'valid' ? null : no('E_CERT_EXPIRED', {}, 'certificate')
}

/** Binding the certificate with which one signs in. */
export const certificates: BankPart = {
  commands: {
    'certificate.bind': parts.command({
      zh: '绑定数字证书',
      data: z.strictObject({ serial: z.string() }),
      who: 'persona',
      refusals: ['E_LOGIN', 'E_NO_AUTHORITY', 'E_CERT_NONE', 'E_CERT_NAME', 'E_CERT_USAGE', 'E_CERT_REVOKED', 'E_CERT_EXPIRED'],
      decide: (s, { serial }, ctx) => {
        const user = signedIn(s, ctx)
        if (!user.ok) return user
        if (!ctx.has('pki')) return no('E_NO_AUTHORITY')
        const found = certificateOf(ctx, serial)
        if (found?.holder !== ctx.persona) return no('E_CERT_NONE', { serial }, 'serial')
        const name = s.customers.find(c => c.id === user.value.customer)?.name ?? ''
        if (found.subject !== name) return no('E_CERT_NAME', { subject: found.subject, name }, 'serial')
        if (!found.usage.includes('clientAuth')) return no('E_CERT_USAGE', {}, 'serial')
        return certificateFault(ctx, serial) ?? happened('certificateBound', { user: user.value.user, serial })
      },
    }),
  },
  events: {
    certificateBound: parts.event({
      data: z.strictObject({ user: z.string(), serial: z.string() }),
      caption: ({ serial }, { who }) => `${who}绑定数字证书 ${serial}`,
      evolve: (s, { user: name, serial }) => {
        for (const user of s.users) if (user.user === name) user.certificate = serial
      },
    }),
  },
  refusals: {
    E_NO_AUTHORITY: '本行尚未接入认证中心，暂不支持数字证书。',
    E_CERT_NONE: '没有找到您名下序列号为 {serial} 的证书，请先在认证中心领取并安装。',
    E_CERT_NAME: '证书主体“{subject}”与户名“{name}”不一致，不能绑定。',
    E_CERT_USAGE: '该证书的用途不包括客户端身份验证，不能用于网银登录。',
    E_CERT_REVOKED: '该证书已被吊销或冻结，不能使用。',
    E_CERT_EXPIRED: '该证书已过期或无效，请更新证书。',
  },
}
