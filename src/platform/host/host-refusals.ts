import type { RefusalCatalogue } from '../../kernel/refusal-catalogue.ts'

export const hostRefusals: RefusalCatalogue = {
  'stands-already': {
    status: 409,
    zh: '{folder}中已有证书，未覆盖。换证书时先把旧的移走，并在每台机器上换掉受信任根证书。',
    en: 'A certificate stands in {folder} already; move it away first, and change the trusted authority on every machine.',
  },
  'host-unclear': {
    status: 422,
    zh: '--host须为主机名或IP地址，不带端口和“https://”。',
    en: '--host is a name or an address, without port or scheme.',
  },
}
