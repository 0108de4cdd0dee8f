import { bank } from '../apps/bank/bank.ts'
import { desk } from '../apps/desk/desk.ts'
import { mail } from '../apps/mail/mail.ts'
import { net } from '../apps/net/net.ts'
import { pay } from '../apps/pay/pay.ts'
import { pki } from '../apps/pki/pki.ts'
import type { LabApp } from './app/define-app.ts'

/** The apps of this build by their ids. */
export const LAB_APPS: Readonly<Record<string, LabApp>> = { bank, desk, mail, net, pay, pki }
