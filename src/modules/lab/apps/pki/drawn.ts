/** What the plays of this app are given by the luck of their seed: numbers of certificates, a code, two requests, the root's fingerprint. */
export const drawn = {
  issued: '180f93f12c060079',
  code: '74293895',
  near: '58598c377f2660ee',
  last: '3d5e9bc8d3b333d1',
  token: '5389a9e538bcc687',
  own: '258cc602eb84928a',
  dead: '6aa14817037c1de0',
  fingerprint: 'd0e2985f244acb50f145d455929eb089ac3f07ad8d28d3b9c2c5f2dc26890b23',
  request:
    '-----BEGIN CERTIFICATE REQUEST-----\nMIIBKzCB0QIBADBvMQswCQYDVQQGEwJDTjEnMCUGA1UECgwe5p2t5bee5LqR5qCW\n6Iy25Lia5pyJ6ZmQ5YWs5Y+4MQ8wDQYDVQQDDAbnjovoirMxJjAkBgkqhkiG9w0B\nCQEWF3dhbmdmYW5nQHl1bnFpLmxhYi50ZXN0MFkwEwYHKoZIzj0CAQYIKoZIzj0D\nAQcDQgAEA0gCRfA6sF6ejn8GVNiBU8UK90HqpGHXhpDfMcEr5dJDZY3oR5N4LNzZ\n1AmDw8D2lyAJv7EyabPTKGp2HepNuKAAMAoGCCqGSM49BAMCA0kAMEYCIQCEr+dP\n9b3hfSb22Z29HzZpfrDEDXs2HHWo0t10CLAauAIhAIRGSVFRg7yCfs3m8cj6kRU4\nbCPImKdAlneeWWRwV5os\n-----END CERTIFICATE REQUEST-----\n',
  otherRequest:
    '-----BEGIN CERTIFICATE REQUEST-----\nMIIBKjCB0QIBADBvMQswCQYDVQQGEwJDTjEnMCUGA1UECgwe5p2t5bee5LqR5qCW\n6Iy25Lia5pyJ6ZmQ5YWs5Y+4MQ8wDQYDVQQDDAbnjovmlrkxJjAkBgkqhkiG9w0B\nCQEWF3dhbmdmYW5nQHl1bnFpLmxhYi50ZXN0MFkwEwYHKoZIzj0CAQYIKoZIzj0D\nAQcDQgAEA0gCRfA6sF6ejn8GVNiBU8UK90HqpGHXhpDfMcEr5dJDZY3oR5N4LNzZ\n1AmDw8D2lyAJv7EyabPTKGp2HepNuKAAMAoGCCqGSM49BAMCA0gAMEUCIHaFMDJr\nNlzdN+u14RLhsDbjuSyhTw6wck6WTCqjX56IAiEApMAv5m4AQpXanjvZvC6S1xMC\nuf7UpQlrzSHf9ZzNys8=\n-----END CERTIFICATE REQUEST-----\n',
}
