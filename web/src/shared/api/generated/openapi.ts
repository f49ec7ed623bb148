/** Made by `npm run api -w @liren/web` from the server's own description of its interface; never by hand. */
import type { Json } from '@liren/core/basics/json.ts';
import type { Title } from '../../i18n/titles.ts';

export interface paths {
    readonly "/api/auth/phone/code": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 发送短信验证码 */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        readonly phone: string;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly sentTo: string;
                            readonly validSeconds: number;
                            readonly retryAfterSeconds: number;
                            readonly demoCode?: string;
                        };
                    };
                };
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly retryAfterSeconds?: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly retryAfterSeconds?: number;
                            };
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/auth/phone/enter": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 用验证码登录 */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        readonly phone: string;
                        readonly code: string;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            /** Format: uuid */
                            readonly personId: string;
                            /** @enum {string} */
                            readonly kind: "resident" | "staff";
                            readonly secondFactor: boolean;
                        };
                    };
                };
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly retryAfterSeconds?: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly retryAfterSeconds?: number;
                            };
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/auth/staff/enter": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 账号密码登录 */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        readonly loginName: string;
                        readonly password: string;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            /** @enum {string} */
                            readonly next: "second-factor" | "passkey" | "enrol";
                        };
                    };
                };
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly retryAfterSeconds?: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly retryAfterSeconds?: number;
                            };
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/auth/staff/second-factor": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 动态码登录 */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        readonly code: string;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            /** Format: uuid */
                            readonly personId: string;
                            /** @enum {string} */
                            readonly kind: "resident" | "staff";
                            readonly secondFactor: boolean;
                        };
                    };
                };
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly retryAfterSeconds?: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly retryAfterSeconds?: number;
                            };
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/auth/staff/password": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 改密码 */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        readonly password: string;
                        readonly next: string;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 204: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly retryAfterSeconds?: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly retryAfterSeconds?: number;
                            };
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/auth/staff/enrol": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 开始绑定动态码 */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        readonly password: string;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly totpUri: string;
                            readonly backupCodes: readonly string[];
                        };
                    };
                };
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly retryAfterSeconds?: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly retryAfterSeconds?: number;
                            };
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/auth/staff/enrol/confirm": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 确认动态码 */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        readonly code: string;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            /** Format: uuid */
                            readonly personId: string;
                            /** @enum {string} */
                            readonly kind: "resident" | "staff";
                            readonly secondFactor: boolean;
                        };
                    };
                };
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly retryAfterSeconds?: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly retryAfterSeconds?: number;
                            };
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/auth/staff/ways": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 工作人员有哪些登录方式 */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly provider: {
                                readonly name: string | null;
                            } | null;
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/auth/staff/provider": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 去统一身份认证登录 */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        /** @default /staff/ */
                        readonly to?: string;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly url: string;
                        };
                    };
                };
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly retryAfterSeconds?: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly retryAfterSeconds?: number;
                            };
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/auth/callback/oidc": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 从统一身份认证回来 */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/auth/passkey/begin": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 开始用通行密钥登录 */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly challenge: string;
                        } & {
                            readonly [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly retryAfterSeconds?: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly retryAfterSeconds?: number;
                            };
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/auth/passkey/enter": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 用通行密钥登录 */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        readonly response: {
                            readonly id: string;
                        } & {
                            readonly [key: string]: unknown;
                        };
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            /** Format: uuid */
                            readonly personId: string;
                            /** @enum {string} */
                            readonly kind: "resident" | "staff";
                            readonly secondFactor: boolean;
                        };
                    };
                };
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly retryAfterSeconds?: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly retryAfterSeconds?: number;
                            };
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/session/factors": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 我的第二验证 */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly hasAuthenticator: boolean;
                            readonly passkeys: readonly {
                                /** Format: uuid */
                                readonly id: string;
                                readonly name: string;
                                readonly createdAt: number;
                                readonly usedAt: number | null;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly retryAfterSeconds?: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly retryAfterSeconds?: number;
                            };
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/session/passkeys/begin": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 开始加一把通行密钥 */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        readonly password: string;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly challenge: string;
                        } & {
                            readonly [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly retryAfterSeconds?: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly retryAfterSeconds?: number;
                            };
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/session/passkeys": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 加一把通行密钥 */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        readonly response: {
                            readonly id: string;
                        } & {
                            readonly [key: string]: unknown;
                        };
                        readonly name: string;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            /** Format: uuid */
                            readonly personId: string;
                            /** @enum {string} */
                            readonly kind: "resident" | "staff";
                            readonly secondFactor: boolean;
                        };
                    };
                };
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly retryAfterSeconds?: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly retryAfterSeconds?: number;
                            };
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/session/passkeys/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /** 去掉一把通行密钥 */
        readonly delete: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 204: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly retryAfterSeconds?: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly retryAfterSeconds?: number;
                            };
                        };
                    };
                };
            };
        };
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/session": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 我是谁 */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            /** @enum {boolean} */
                            readonly signedIn: false;
                        } | {
                            /** Format: uuid */
                            readonly personId: string;
                            /** @enum {string} */
                            readonly kind: "resident" | "staff";
                            readonly secondFactor: boolean;
                            /** @enum {boolean} */
                            readonly signedIn: true;
                            readonly name: string;
                            readonly phone?: string;
                            readonly demo: boolean;
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        /** 退出登录 */
        readonly delete: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 204: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/session/name": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        /** 写上自己的名字 */
        readonly put: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        readonly name: string;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 204: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly retryAfterSeconds?: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly retryAfterSeconds?: number;
                            };
                        };
                    };
                };
            };
        };
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/session/devices": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 我在哪些设备上登录 */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": readonly {
                            /** Format: uuid */
                            readonly id: string;
                            readonly isCurrent: boolean;
                            readonly device: string;
                            readonly startedAt: number;
                            readonly lastSeenAt: number;
                        }[];
                    };
                };
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly retryAfterSeconds?: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly retryAfterSeconds?: number;
                            };
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        /** 让其他设备都退出 */
        readonly delete: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly ended: number;
                        };
                    };
                };
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly retryAfterSeconds?: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly retryAfterSeconds?: number;
                            };
                        };
                    };
                };
            };
        };
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/session/devices/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /** 让一台设备退出 */
        readonly delete: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 204: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly retryAfterSeconds?: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly retryAfterSeconds?: number;
                            };
                        };
                    };
                };
            };
        };
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/session/trail": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 我的账号最近发生了什么 */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": readonly {
                            readonly what: string;
                            readonly at: number;
                        }[];
                    };
                };
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly retryAfterSeconds?: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly retryAfterSeconds?: number;
                            };
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/demo/roles": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 演示角色 */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly rows: readonly {
                                readonly role: string;
                                /** Format: title */
                                readonly title: Title;
                                readonly person: string;
                                /** Format: title */
                                readonly says: Title;
                                readonly opens: string;
                            }[];
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/demo/enter": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 一键进入演示角色 */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        readonly role: string;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            /** Format: uuid */
                            readonly personId: string;
                            /** @enum {string} */
                            readonly kind: "resident" | "staff";
                            readonly secondFactor: boolean;
                        };
                    };
                };
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly retryAfterSeconds?: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly retryAfterSeconds?: number;
                            };
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/matters": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 事项列表 / List matters */
        readonly get: {
            readonly parameters: {
                readonly query?: {
                    readonly status?: "open" | "ended";
                    readonly procedure?: string;
                    readonly community?: string;
                    readonly organ?: string;
                    /** @description A grid, or `none` for matters of which no grid is known */
                    readonly grid?: string;
                    readonly class?: string;
                    readonly affair?: string;
                    readonly step?: string;
                    /** @description Missed a limit at any time */
                    readonly late?: string;
                    /** @description Open, and past its limit now */
                    readonly overdue?: string;
                    readonly excluded?: string;
                    readonly rated?: "satisfied" | "basically" | "dissatisfied";
                    readonly channel?: string;
                    readonly since?: number;
                    readonly until?: number;
                    /** @description Words, an address fragment, or a number */
                    readonly q?: string;
                    readonly cursor?: string;
                    readonly limit?: number;
                };
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly rows: readonly {
                                readonly community: string;
                                /** Format: title */
                                readonly communityTitle: Title;
                                /** Format: uuid */
                                readonly id: string;
                                readonly number: string;
                                readonly procedure: {
                                    readonly id: string;
                                    /** Format: title */
                                    readonly title: Title;
                                };
                                readonly title: string;
                                /** @description The title is what somebody wrote; else the affair or the procedure, which may be told instead */
                                readonly written: boolean;
                                readonly affair?: {
                                    readonly id: string;
                                    /** Format: title */
                                    readonly title: Title;
                                };
                                /** Format: title */
                                readonly class?: Title;
                                readonly urgency: string;
                                readonly channel: string;
                                /** Format: title */
                                readonly place?: Title;
                                readonly step: {
                                    readonly id: string;
                                    /** Format: title */
                                    readonly title: Title;
                                };
                                /** @enum {string} */
                                readonly status: "open" | "ended";
                                readonly outcome?: string;
                                readonly organ?: {
                                    readonly id: string;
                                    /** Format: title */
                                    readonly title: Title;
                                };
                                /** @description Epoch milliseconds, UTC */
                                readonly openedAt: number;
                                /** @description Epoch milliseconds, UTC */
                                readonly endedAt?: number;
                                /** @description Epoch milliseconds, UTC */
                                readonly dueAt?: number;
                                readonly late: boolean;
                                readonly joined: number;
                                readonly rated?: string;
                                readonly spot?: {
                                    readonly lat: number;
                                    readonly long: number;
                                };
                            }[];
                            readonly next?: string;
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly put?: never;
        /** 反映一件事 / Open a matter */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        /**
                         * Format: uuid
                         * @description Made by the client; repeating it never acts twice
                         */
                        readonly commandId: string;
                        readonly procedure: string;
                        /** @description Left out when the place or the location tells it */
                        readonly community?: string;
                        readonly place?: string;
                        readonly affair?: string;
                        /** @default normal */
                        readonly urgency?: string;
                        /**
                         * @default web
                         * @enum {string}
                         */
                        readonly channel?: "web" | "hotline" | "grid" | "window";
                        /** @description Whose matter it is, when a clerk takes it in; needs the right `intake` */
                        readonly caller?: {
                            readonly phone?: string;
                            readonly name?: string;
                        };
                        /** @description Answers by field name */
                        readonly input: {
                            readonly [key: string]: Json;
                        };
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 201: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly community: string;
                            /** Format: uuid */
                            readonly id: string;
                            readonly version: number;
                            /** @description What people read out on the telephone */
                            readonly number: string;
                            readonly repeated: boolean;
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/matters/{community}/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 事项详情 / One matter */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly community: string;
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly community: string;
                            /** Format: title */
                            readonly communityTitle: Title;
                            /** Format: uuid */
                            readonly id: string;
                            readonly number: string;
                            readonly version: number;
                            /** @enum {string} */
                            readonly sight: "public" | "parties" | "handlers";
                            readonly mine: boolean;
                            readonly procedure: {
                                readonly id: string;
                                /** Format: title */
                                readonly title: Title;
                            };
                            readonly title: string;
                            /** @description The title is what somebody wrote; else the affair or the procedure, which may be told instead */
                            readonly written: boolean;
                            readonly affair?: {
                                readonly id: string;
                                /** Format: title */
                                readonly title: Title;
                                /** Format: title */
                                readonly class: Title;
                            };
                            readonly urgency: {
                                readonly value: string;
                                /** Format: title */
                                readonly title: Title;
                                /**
                                 * Format: title
                                 * @description When to choose it
                                 */
                                readonly hint?: Title;
                            };
                            readonly channel: string;
                            readonly places: readonly {
                                readonly id: string;
                                /** Format: title */
                                readonly title: Title;
                                readonly level: string;
                            }[];
                            /** @description Rounded to about 100 m */
                            readonly spot?: {
                                readonly lat: number;
                                readonly long: number;
                            };
                            /** @description Epoch milliseconds, UTC */
                            readonly openedAt: number;
                            /** @enum {string} */
                            readonly status: "open" | "ended";
                            readonly outcome?: string;
                            /** @description Epoch milliseconds, UTC */
                            readonly endedAt?: number;
                            readonly assignee?: {
                                readonly id: string;
                                /** Format: title */
                                readonly title: Title;
                            };
                            readonly visit?: {
                                readonly step: string;
                                readonly n: number;
                                readonly kind: string;
                                /** @description Names on a demand are collected here: nothing is voted on, and the words for it are of signing */
                                readonly signing?: boolean;
                                readonly state: {
                                    readonly [key: string]: Json;
                                };
                            };
                            /** @description What happens next, who must act, by when */
                            readonly next?: {
                                /** Format: title */
                                readonly title: Title;
                                readonly who: readonly {
                                    /** Format: title */
                                    readonly organ?: Title;
                                    readonly titles: readonly Title[];
                                }[];
                                /** @description Epoch milliseconds, UTC */
                                readonly dueAt?: number;
                                readonly late: boolean;
                            };
                            /** @description Path of the page that tells its status to whoever holds the receipt */
                            readonly receipt?: string;
                            readonly stations: readonly {
                                readonly id: string;
                                /** Format: title */
                                readonly title: Title;
                                readonly kind: string;
                                /** @enum {string} */
                                readonly state: "done" | "here" | "to-come" | "skipped" | "late";
                                readonly who: readonly Title[];
                                /** @description Epoch milliseconds, UTC */
                                readonly dueAt?: number;
                                /** @description Epoch milliseconds, UTC */
                                readonly enteredAt?: number;
                                /** @description Epoch milliseconds, UTC */
                                readonly leftAt?: number;
                                readonly rules: readonly {
                                    /** Format: title */
                                    readonly law: Title;
                                    /** Format: title */
                                    readonly article: Title;
                                }[];
                                readonly outcome?: string;
                                readonly visits: number;
                                readonly branches: readonly {
                                    /** Format: title */
                                    readonly title: Title;
                                    /** @enum {string} */
                                    readonly state: "done" | "here" | "to-come" | "skipped" | "late";
                                    readonly outcome?: string;
                                }[];
                                readonly backTo: readonly {
                                    readonly id: string;
                                    readonly taken: boolean;
                                    readonly outcome: string;
                                }[];
                            }[];
                            readonly record: readonly {
                                readonly seq: number;
                                readonly type: string;
                                readonly step?: string;
                                /** Format: title */
                                readonly stepTitle?: Title;
                                /** @description Names on a demand are collected here: nothing is voted on, and the words for it are of signing */
                                readonly signing?: boolean;
                                /**
                                 * Format: title
                                 * @description What the procedure itself calls what happened
                                 */
                                readonly did?: Title;
                                /** @description Epoch milliseconds, UTC */
                                readonly at: number;
                                readonly by: {
                                    /** @enum {string} */
                                    readonly role: "opener" | "person" | "post" | "system";
                                    /**
                                     * Format: title
                                     * @description What the procedure calls whoever opened it, of the opener
                                     */
                                    readonly called?: Title;
                                    /** Format: title */
                                    readonly post?: Title;
                                    /** Format: title */
                                    readonly organ?: Title;
                                    /** @description Surname and title, for those who may see it */
                                    readonly name?: string;
                                    readonly me?: boolean;
                                };
                                readonly data: {
                                    readonly [key: string]: Json;
                                };
                                /** @description What was chosen, and the papers spoken of, by their titles */
                                readonly answers?: readonly {
                                    /** Format: title */
                                    readonly title: Title;
                                    readonly values: readonly Title[];
                                }[];
                                readonly said: readonly {
                                    readonly name: string;
                                    /** @enum {string} */
                                    readonly audience: "public" | "parties" | "handlers";
                                    /**
                                     * Format: json
                                     * @description Absent when erased, or masked until revealed
                                     */
                                    readonly value?: Json;
                                    /** @description What stands in place of a value that needs a reason to be seen */
                                    readonly masked?: string;
                                    readonly erased?: boolean;
                                }[];
                                readonly hash: string;
                            }[];
                            readonly head: string;
                            /** @description What can be printed: each with the event that it is written from */
                            readonly documents: readonly {
                                /** @enum {string} */
                                readonly kind: "notice" | "roll-sheet" | "minutes" | "result" | "appointment";
                                readonly seq: number;
                                /** @description Epoch milliseconds, UTC */
                                readonly at: number;
                                /** @description Whose it is */
                                readonly of?: {
                                    readonly id: string;
                                    readonly title: string;
                                };
                            }[];
                            readonly offers: readonly {
                                readonly name: string;
                                /** Format: title */
                                readonly title: Title;
                                /**
                                 * Format: title
                                 * @description Having done it, in words of the procedure’s own
                                 */
                                readonly did?: Title;
                                readonly main: boolean;
                                readonly fields: readonly {
                                    readonly name: string;
                                    /** Format: title */
                                    readonly title: Title;
                                    /** @enum {string} */
                                    readonly type: "text" | "long-text" | "choice" | "choices" | "yes-no" | "number" | "affair" | "place" | "location" | "photos" | "phone" | "organ" | "organs" | "matter" | "matters" | "figures" | "moment";
                                    readonly required: boolean;
                                    readonly sealed: boolean;
                                    /** @enum {string} */
                                    readonly audience: "public" | "parties" | "handlers";
                                    readonly most: number;
                                    readonly choices?: readonly {
                                        readonly value: string;
                                        /** Format: title */
                                        readonly title: Title;
                                        /**
                                         * Format: title
                                         * @description When to choose it
                                         */
                                        readonly hint?: Title;
                                    }[];
                                    /** Format: title */
                                    readonly hint?: Title;
                                }[];
                                /** @description Why not now: the button is grey with this reason */
                                readonly hindrance?: {
                                    /** @description From a closed list */
                                    readonly code: string;
                                    readonly message: string;
                                    readonly about?: string;
                                    readonly law?: string;
                                };
                                /** @description Answers that the record itself gives, to begin with */
                                readonly initial?: {
                                    readonly [key: string]: Json;
                                };
                            }[];
                            readonly parent?: {
                                /** Format: uuid */
                                readonly id: string;
                                /** Format: title */
                                readonly title: Title;
                            };
                            readonly children: readonly {
                                /** Format: uuid */
                                readonly id: string;
                                /** Format: title */
                                readonly title: Title;
                                /**
                                 * Format: title
                                 * @description That was called in; absent of what somebody proposed
                                 */
                                readonly organ?: Title;
                                /**
                                 * Format: title
                                 * @description Where it stands, or how it ended
                                 */
                                readonly step: Title;
                                /** @description It waits for what this matter decides of it */
                                readonly waiting: boolean;
                                /** @enum {string} */
                                readonly status: "open" | "ended";
                                readonly outcome?: string;
                                /** @description What the organ reported, joined into this matter */
                                readonly answer?: string;
                            }[];
                            readonly joined: number;
                            readonly joinedByMe: boolean;
                            readonly rating?: {
                                readonly contacted: boolean;
                                readonly solved: boolean;
                                readonly satisfied: string;
                                /** @description Epoch milliseconds, UTC */
                                readonly at: number;
                                readonly by: string;
                            };
                            readonly exclusion?: {
                                readonly status: string;
                                readonly reason: string;
                            };
                            /** @description For dispatch; a person decides. It serves the place, and may have the power over the affair */
                            readonly suggestedOrgans: readonly {
                                readonly id: string;
                                /** Format: title */
                                readonly title: Title;
                                /** Format: title */
                                readonly serves: Title;
                                readonly hasPower: boolean;
                            }[];
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/matters/{community}/{id}/commands": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 办理操作 / Act on a matter */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly community: string;
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        /** Format: uuid */
                        readonly commandId: string;
                        readonly type: string;
                        /** @description The stay the person was looking at; a stale one is refused */
                        readonly visit?: {
                            readonly step: string;
                            readonly n: number;
                        };
                        /**
                         * @description Answers by field name
                         * @default {}
                         */
                        readonly input?: {
                            readonly [key: string]: Json;
                        };
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly version: number;
                            readonly repeated: boolean;
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/matters/{community}/{id}/reveal": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 查看联系方式（要写理由，会留痕） */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly community: string;
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        readonly seq: number;
                        readonly name: string;
                        readonly reason: string;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            /** Format: json */
                            readonly value: Json;
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/matters/{community}/{id}/documents/{kind}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 会议通知、签到表、会议记录、决议公告、当选证书 / A notice, roll sheet, minutes, result or certificate */
        readonly get: {
            readonly parameters: {
                readonly query?: {
                    /** @description Of the event it is written from; else the last */
                    readonly seq?: number;
                    /** @description Whose it is, of several people who each get one */
                    readonly of?: string;
                };
                readonly header?: never;
                readonly path: {
                    readonly community: string;
                    readonly id: string;
                    readonly kind: "notice" | "roll-sheet" | "minutes" | "result" | "appointment";
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            /** @enum {string} */
                            readonly kind: "notice" | "roll-sheet" | "minutes" | "result" | "appointment";
                            readonly title: string;
                            readonly number: string;
                            readonly blocks: readonly ({
                                /** @enum {string} */
                                readonly kind: "heading" | "text" | "note" | "addressed";
                                readonly text: string;
                            } | {
                                /** @enum {string} */
                                readonly kind: "table";
                                readonly head: readonly string[];
                                readonly rows: readonly (readonly string[])[];
                                readonly widths: readonly number[];
                            } | {
                                /** @enum {string} */
                                readonly kind: "signatures";
                                readonly who: readonly string[];
                            })[];
                            readonly signed?: {
                                readonly by: string;
                                readonly on: string;
                            };
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/matters/{community}/{id}/documents/{kind}.docx": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 同上，Word 文件 / The same as a Word file */
        readonly get: {
            readonly parameters: {
                readonly query?: {
                    /** @description Of the event it is written from; else the last */
                    readonly seq?: number;
                    /** @description Whose it is, of several people who each get one */
                    readonly of?: string;
                };
                readonly header?: never;
                readonly path: {
                    readonly community: string;
                    readonly id: string;
                    readonly kind: "notice" | "roll-sheet" | "minutes" | "result" | "appointment";
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/halls/{community}/{id}/{mark}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 会场大屏：凭链接看，不用登录 / The wall of the hall, by its link */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly community: string;
                    readonly id: string;
                    readonly mark: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly community: string;
                            /** Format: uuid */
                            readonly matter: string;
                            /** @description Of the meeting */
                            readonly name: string;
                            /** Format: title */
                            readonly roll: Title;
                            readonly place: string;
                            /** @description Epoch milliseconds, UTC */
                            readonly startsAt: number;
                            /** @description Epoch milliseconds, UTC */
                            readonly begunAt?: number;
                            /** @description Where the code on the wall leads; it changes every ten minutes */
                            readonly checkIn?: string;
                            readonly items: readonly {
                                /** Format: uuid */
                                readonly matter: string;
                                readonly number: string;
                                readonly title: string;
                                readonly text: string;
                                /** @enum {string} */
                                readonly state: "waiting" | "begun" | "decided" | "over";
                                readonly due: number;
                                readonly present: number;
                                /** @description 1 户回避，不计入应到 */
                                readonly aside?: string;
                                /** @description 应到 …，实到 …，够了 */
                                readonly attendance: string;
                                readonly quorate: boolean;
                                readonly sides: readonly {
                                    /** Format: title */
                                    readonly title: Title;
                                    readonly times: number;
                                }[];
                                readonly result?: {
                                    readonly outcome: string;
                                    readonly passed: boolean;
                                    /** @description None where held back */
                                    readonly counts: readonly {
                                        readonly title: string;
                                        readonly votes: number;
                                    }[];
                                };
                            }[];
                            readonly stations: readonly {
                                readonly id: string;
                                /** Format: title */
                                readonly title: Title;
                                readonly kind: string;
                                /** @enum {string} */
                                readonly state: "done" | "here" | "to-come" | "skipped" | "late";
                                readonly who: readonly Title[];
                                /** @description Epoch milliseconds, UTC */
                                readonly dueAt?: number;
                                /** @description Epoch milliseconds, UTC */
                                readonly enteredAt?: number;
                                /** @description Epoch milliseconds, UTC */
                                readonly leftAt?: number;
                                readonly rules: readonly {
                                    /** Format: title */
                                    readonly law: Title;
                                    /** Format: title */
                                    readonly article: Title;
                                }[];
                                readonly outcome?: string;
                                readonly visits: number;
                                readonly branches: readonly {
                                    /** Format: title */
                                    readonly title: Title;
                                    /** @enum {string} */
                                    readonly state: "done" | "here" | "to-come" | "skipped" | "late";
                                    readonly outcome?: string;
                                }[];
                                readonly backTo: readonly {
                                    readonly id: string;
                                    readonly taken: boolean;
                                    readonly outcome: string;
                                }[];
                            }[];
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/meetings/{community}/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 一次会议，给组织会议的人 / A meeting, for whoever runs it */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly community: string;
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly community: string;
                            /** Format: uuid */
                            readonly matter: string;
                            /** @description Of the meeting */
                            readonly name: string;
                            /** Format: title */
                            readonly roll: Title;
                            readonly place: string;
                            /** @description Epoch milliseconds, UTC */
                            readonly startsAt: number;
                            /** @description Epoch milliseconds, UTC */
                            readonly begunAt?: number;
                            /** @description Where the code on the wall leads; it changes every ten minutes */
                            readonly checkIn?: string;
                            readonly items: readonly {
                                /** Format: uuid */
                                readonly matter: string;
                                readonly number: string;
                                readonly title: string;
                                readonly text: string;
                                /** @enum {string} */
                                readonly state: "waiting" | "begun" | "decided" | "over";
                                readonly due: number;
                                readonly present: number;
                                /** @description 1 户回避，不计入应到 */
                                readonly aside?: string;
                                /** @description 应到 …，实到 …，够了 */
                                readonly attendance: string;
                                readonly quorate: boolean;
                                readonly sides: readonly {
                                    /** Format: title */
                                    readonly title: Title;
                                    readonly times: number;
                                }[];
                                readonly result?: {
                                    readonly outcome: string;
                                    readonly passed: boolean;
                                    /** @description None where held back */
                                    readonly counts: readonly {
                                        readonly title: string;
                                        readonly votes: number;
                                    }[];
                                };
                            }[];
                            readonly stations: readonly {
                                readonly id: string;
                                /** Format: title */
                                readonly title: Title;
                                readonly kind: string;
                                /** @enum {string} */
                                readonly state: "done" | "here" | "to-come" | "skipped" | "late";
                                readonly who: readonly Title[];
                                /** @description Epoch milliseconds, UTC */
                                readonly dueAt?: number;
                                /** @description Epoch milliseconds, UTC */
                                readonly enteredAt?: number;
                                /** @description Epoch milliseconds, UTC */
                                readonly leftAt?: number;
                                readonly rules: readonly {
                                    /** Format: title */
                                    readonly law: Title;
                                    /** Format: title */
                                    readonly article: Title;
                                }[];
                                readonly outcome?: string;
                                readonly visits: number;
                                readonly branches: readonly {
                                    /** Format: title */
                                    readonly title: Title;
                                    /** @enum {string} */
                                    readonly state: "done" | "here" | "to-come" | "skipped" | "late";
                                    readonly outcome?: string;
                                }[];
                                readonly backTo: readonly {
                                    readonly id: string;
                                    readonly taken: boolean;
                                    readonly outcome: string;
                                }[];
                            }[];
                            /** @description Path of the page for the wall, for whoever opens it there */
                            readonly hall: string;
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/meetings/{community}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 等着召集会议的事 / Matters that wait to be convened by the asker */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly community: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly rows: readonly {
                                /** Format: uuid */
                                readonly matter: string;
                                readonly number: string;
                                readonly title: string;
                                readonly roll: {
                                    readonly id: string;
                                    /** Format: title */
                                    readonly title: Title;
                                };
                            }[];
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly put?: never;
        /** 一次会议，几个议题 / Convene several matters together */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly community: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        /**
                         * Format: uuid
                         * @description Made by the page; repeating it convenes nothing again
                         */
                        readonly id: string;
                        /** @description 2026-12-05T19:30 */
                        readonly starts: string;
                        readonly place: string;
                        /** @description In the order of the agenda */
                        readonly items: readonly {
                            /** Format: uuid */
                            readonly matter: string;
                            readonly text: string;
                        }[];
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly matters: number;
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/meetings/{community}/{id}/check-in": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 手机签到 / Check in by the code on the wall */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly community: string;
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        readonly code: string;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            /** @description Epoch milliseconds, UTC */
                            readonly at: number;
                            readonly no: number;
                            readonly label: string;
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/meetings/{community}/{id}/arrivals": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 窗口签到、纸质签到表补录 / Check somebody in at the desk, or from a paper list */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly community: string;
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        /** Format: uuid */
                        readonly entry: string;
                        /** @description Of a paper list: when they came */
                        readonly at?: number;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            /** @description Epoch milliseconds, UTC */
                            readonly at: number;
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/meetings/{community}/{id}/arrivals/undo": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 撤销签到，写明原因 / Take a check-in back, with the reason */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly community: string;
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        /** Format: uuid */
                        readonly entry: string;
                        readonly reason: string;
                    };
                };
            };
            readonly responses: {
                /** @description Taken back */
                readonly 204: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/inbox": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 待办，按到期先后 / What waits for me */
        readonly get: {
            readonly parameters: {
                readonly query?: {
                    readonly tab?: "all" | "late" | "today";
                    readonly q?: string;
                    readonly procedure?: string;
                    readonly class?: string;
                    readonly step?: string;
                    readonly cursor?: string;
                    readonly limit?: number;
                };
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly rows: readonly {
                                readonly community: string;
                                /** Format: title */
                                readonly communityTitle: Title;
                                /** Format: uuid */
                                readonly id: string;
                                readonly number: string;
                                readonly procedure: {
                                    readonly id: string;
                                    /** Format: title */
                                    readonly title: Title;
                                };
                                readonly title: string;
                                /** @description The title is what somebody wrote; else the affair or the procedure, which may be told instead */
                                readonly written: boolean;
                                readonly affair?: {
                                    readonly id: string;
                                    /** Format: title */
                                    readonly title: Title;
                                };
                                /** Format: title */
                                readonly class?: Title;
                                readonly urgency: string;
                                readonly channel: string;
                                /** Format: title */
                                readonly place?: Title;
                                readonly step: {
                                    readonly id: string;
                                    /** Format: title */
                                    readonly title: Title;
                                };
                                /** @enum {string} */
                                readonly status: "open" | "ended";
                                readonly outcome?: string;
                                readonly organ?: {
                                    readonly id: string;
                                    /** Format: title */
                                    readonly title: Title;
                                };
                                /** @description Epoch milliseconds, UTC */
                                readonly openedAt: number;
                                /** @description Epoch milliseconds, UTC */
                                readonly endedAt?: number;
                                /** @description Epoch milliseconds, UTC */
                                readonly dueAt?: number;
                                readonly late: boolean;
                                readonly joined: number;
                                readonly rated?: string;
                                readonly spot?: {
                                    readonly lat: number;
                                    readonly long: number;
                                };
                                /** @description Epoch milliseconds, UTC */
                                readonly since: number;
                                /** @description Epoch milliseconds, UTC */
                                readonly taskDueAt?: number;
                            }[];
                            readonly next?: string;
                            readonly counts: {
                                readonly all: number;
                                readonly late: number;
                                readonly today: number;
                            };
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/messages": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 消息 / What happened */
        readonly get: {
            readonly parameters: {
                readonly query?: {
                    readonly cursor?: string;
                };
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly rows: readonly {
                                /** Format: uuid */
                                readonly id: string;
                                readonly community: string;
                                /** Format: uuid */
                                readonly matter: string;
                                readonly number: string;
                                readonly title: string;
                                /** @description The title is what somebody wrote; else the affair or the procedure, which may be told instead */
                                readonly written: boolean;
                                /** @description Chooses the words: message.KEY */
                                readonly key: string;
                                readonly params: {
                                    readonly [key: string]: Json;
                                };
                                /** @description Epoch milliseconds, UTC */
                                readonly at: number;
                                readonly read: boolean;
                            }[];
                            readonly next?: string;
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/messages/read": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 标记已读 */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        readonly ids: readonly string[];
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly read: number;
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/mine": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 我的事项 / My matters */
        readonly get: {
            readonly parameters: {
                readonly query?: {
                    readonly cursor?: string;
                };
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly rows: readonly {
                                readonly community: string;
                                /** Format: title */
                                readonly communityTitle: Title;
                                /** Format: uuid */
                                readonly id: string;
                                readonly number: string;
                                readonly procedure: {
                                    readonly id: string;
                                    /** Format: title */
                                    readonly title: Title;
                                };
                                readonly title: string;
                                /** @description The title is what somebody wrote; else the affair or the procedure, which may be told instead */
                                readonly written: boolean;
                                readonly affair?: {
                                    readonly id: string;
                                    /** Format: title */
                                    readonly title: Title;
                                };
                                /** Format: title */
                                readonly class?: Title;
                                readonly urgency: string;
                                readonly channel: string;
                                /** Format: title */
                                readonly place?: Title;
                                readonly step: {
                                    readonly id: string;
                                    /** Format: title */
                                    readonly title: Title;
                                };
                                /** @enum {string} */
                                readonly status: "open" | "ended";
                                readonly outcome?: string;
                                readonly organ?: {
                                    readonly id: string;
                                    /** Format: title */
                                    readonly title: Title;
                                };
                                /** @description Epoch milliseconds, UTC */
                                readonly openedAt: number;
                                /** @description Epoch milliseconds, UTC */
                                readonly endedAt?: number;
                                /** @description Epoch milliseconds, UTC */
                                readonly dueAt?: number;
                                readonly late: boolean;
                                readonly joined: number;
                                readonly rated?: string;
                                readonly spot?: {
                                    readonly lat: number;
                                    readonly long: number;
                                };
                            }[];
                            readonly next?: string;
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/looks": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 谁看过我的信息 / Who looked at my data */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly rows: readonly {
                                /** @description Epoch milliseconds, UTC */
                                readonly at: number;
                                /** Format: title */
                                readonly post: Title;
                                /** Format: title */
                                readonly organ: Title;
                                readonly what: string;
                                readonly reason: string;
                                readonly matter?: {
                                    readonly community: string;
                                    /** Format: uuid */
                                    readonly id: string;
                                    readonly number: string;
                                };
                                /**
                                 * Format: title
                                 * @description Community whose registry it was about
                                 */
                                readonly registry?: Title;
                            }[];
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/my-data": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 导出我的信息 / Export my data */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": Json;
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/my-data/erase": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 删除我的信息 / Erase my data */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        /** @enum {string} */
                        readonly confirm: "删除";
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly erased: number;
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/my-registry": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 底数里的我 / What the registry has of me */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly rows: readonly {
                                readonly community: string;
                                /** Format: title */
                                readonly communityTitle: Title;
                                readonly name: string;
                                /** @description Masked */
                                readonly identity?: string;
                                /** @description Masked */
                                readonly phone?: string;
                                readonly bornYear?: number;
                                /** @enum {string} */
                                readonly sex?: "female" | "male";
                                /** @description Home of today; absent for who has left */
                                readonly address?: string;
                                readonly relation?: string;
                                /** Format: title */
                                readonly grid?: Title;
                                readonly homes: readonly {
                                    readonly address: string;
                                    readonly relation: string;
                                    readonly from: string;
                                    /** @description The last day */
                                    readonly until?: string;
                                }[];
                                readonly groups: readonly {
                                    /** Format: title */
                                    readonly title: Title;
                                    readonly from?: string;
                                    /** @description The last day */
                                    readonly until?: string;
                                }[];
                                readonly carers: readonly {
                                    readonly name: string;
                                    /** Format: title */
                                    readonly post: Title;
                                    /** Format: title */
                                    readonly organ: Title;
                                    readonly from: string;
                                    readonly until?: string;
                                }[];
                                readonly requests: readonly {
                                    readonly field: string;
                                    readonly at: number;
                                    /** @description Absent while it waits */
                                    readonly accepted?: boolean;
                                    /** @description Why it was refused */
                                    readonly answer?: string;
                                }[];
                            }[];
                            /** @description Records with this telephone number that open after a second proof */
                            readonly locked: readonly {
                                readonly community: string;
                                /** Format: title */
                                readonly communityTitle: Title;
                                /** @description Whether an identity number is there to prove it by */
                                readonly provable: boolean;
                            }[];
                            /** @description Communities where several residents have this telephone number */
                            readonly shared: readonly Title[];
                            /** @description Homes that are mine, as a resident proven to be me or as the owner this session has shown */
                            readonly owned: readonly {
                                readonly community: string;
                                /** Format: title */
                                readonly communityTitle: Title;
                                readonly address: string;
                                /** @description How many others own it, too */
                                readonly others: number;
                            }[];
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/my-registry/{community}/prove": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 核对是本人 / Show that the record is mine */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly community: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        readonly name: string;
                        /** @description The last six characters of the identity number */
                        readonly identityEnd: string;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            /** @enum {boolean} */
                            readonly taken: true;
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/my-registry/{community}/prove-owner": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 核对是业主本人 / Show which owner I am */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly community: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        readonly name: string;
                        /** @description The last six characters of the identity number of the owner */
                        readonly numberEnd: string;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            /** @enum {boolean} */
                            readonly taken: true;
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/my-registry/{community}/requests": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 要求更正 / Ask for a correction */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly community: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        /** @enum {string} */
                        readonly field: "name" | "identity" | "phone" | "relation";
                        readonly value: string;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            /** @enum {boolean} */
                            readonly taken: true;
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/openings": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 我可以发起什么 / What I may begin */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly rows: readonly {
                                readonly community: {
                                    readonly id: string;
                                    /** Format: title */
                                    readonly title: Title;
                                };
                                readonly procedure: {
                                    readonly id: string;
                                    /** Format: title */
                                    readonly title: Title;
                                };
                                /** @description Where it may be opened, if not for the whole community: one of these */
                                readonly places?: readonly {
                                    readonly id: string;
                                    /** Format: title */
                                    readonly title: Title;
                                }[];
                            }[];
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/procedures/{id}/opening": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 发起前要知道的 / What opening asks and promises */
        readonly get: {
            readonly parameters: {
                readonly query?: {
                    readonly community?: string;
                };
                readonly header?: never;
                readonly path: {
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly procedure: {
                                readonly id: string;
                                /** Format: title */
                                readonly title: Title;
                            };
                            readonly form: readonly {
                                readonly name: string;
                                /** Format: title */
                                readonly title: Title;
                                /** @enum {string} */
                                readonly type: "text" | "long-text" | "choice" | "choices" | "yes-no" | "number" | "affair" | "place" | "location" | "photos" | "phone" | "organ" | "organs" | "matter" | "matters" | "figures" | "moment";
                                readonly required: boolean;
                                readonly sealed: boolean;
                                /** @enum {string} */
                                readonly audience: "public" | "parties" | "handlers";
                                readonly most: number;
                                readonly choices?: readonly {
                                    readonly value: string;
                                    /** Format: title */
                                    readonly title: Title;
                                    /**
                                     * Format: title
                                     * @description When to choose it
                                     */
                                    readonly hint?: Title;
                                }[];
                                /** Format: title */
                                readonly hint?: Title;
                            }[];
                            readonly grades: readonly {
                                readonly value: string;
                                /** Format: title */
                                readonly title: Title;
                                /**
                                 * Format: title
                                 * @description When to choose it
                                 */
                                readonly hint?: Title;
                            }[];
                            /** @description Whether the urgency changes a limit: else it need not be asked */
                            readonly byUrgency: boolean;
                            /** @description The stages to come, told before one begins */
                            readonly promise: readonly {
                                /** Format: title */
                                readonly title: Title;
                                readonly limit?: {
                                    readonly amount: number;
                                    /** @enum {string} */
                                    readonly unit: "minutes" | "hours" | "days" | "workingMinutes" | "workingHours" | "workingDays";
                                };
                                readonly who: readonly Title[];
                            }[];
                            readonly mayOpen: boolean;
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/affairs": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 事务目录 / Affair catalogue */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly rows: readonly {
                                readonly id: string;
                                /** Format: title */
                                readonly title: Title;
                                /** Format: title */
                                readonly class: Title;
                                readonly group: {
                                    readonly id: string;
                                    /** Format: title */
                                    readonly title: Title;
                                };
                                readonly kind: string;
                                readonly handler: string;
                                readonly urgency: string;
                                readonly description: string;
                            }[];
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/me": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 我是谁 / Who am I */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly person?: {
                                /** Format: uuid */
                                readonly id: string;
                                readonly name: string;
                                /** @enum {string} */
                                readonly kind: "resident" | "staff";
                            };
                            readonly posts: readonly {
                                readonly post: string;
                                /** Format: title */
                                readonly title: Title;
                                readonly organ: {
                                    readonly id: string;
                                    /** Format: title */
                                    readonly title: Title;
                                };
                                readonly rights: readonly string[];
                                /** @enum {string} */
                                readonly sees: "own" | "area";
                                /** @description Ids of the communities in the area of the organ */
                                readonly communities: readonly string[];
                                /** @description The one community that the post works in, and its grid there */
                                readonly ground?: {
                                    readonly community: string;
                                    readonly grid?: string;
                                };
                            }[];
                            readonly rights: readonly string[];
                            /** @description Goes from door to door somewhere: may carry the day on a phone */
                            readonly rounds: boolean;
                            readonly demo: boolean;
                            readonly street: {
                                readonly id: string;
                                /** Format: title */
                                readonly title: Title;
                            };
                            readonly communities: readonly {
                                readonly id: string;
                                /** Format: title */
                                readonly title: Title;
                                readonly place: string;
                            }[];
                            readonly unread: number;
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/places": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 地点与网格 / Places with their shapes */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly rows: readonly {
                                readonly id: string;
                                readonly parent?: string;
                                readonly level: string;
                                /** Format: title */
                                readonly title: Title;
                                /**
                                 * Format: json
                                 * @description GeoJSON geometry, WGS-84
                                 */
                                readonly shape?: Json;
                            }[];
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/places/at": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 这个坐标属于哪里 / Which grid holds the point */
        readonly get: {
            readonly parameters: {
                readonly query: {
                    readonly lat: number;
                    readonly long: number;
                };
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly community?: string;
                            readonly place?: string;
                            readonly path: readonly {
                                readonly id: string;
                                /** Format: title */
                                readonly title: Title;
                                readonly level: string;
                            }[];
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/organs": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 机构 / Organs around a community */
        readonly get: {
            readonly parameters: {
                readonly query?: {
                    readonly community?: string;
                };
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly rows: readonly {
                                readonly id: string;
                                /** Format: title */
                                readonly title: Title;
                                readonly kind: string;
                                readonly area: string;
                            }[];
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/receipts/{community}/{id}/{mark}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 受理单：凭链接看办到哪一步 / Where a matter stands, by the link on its receipt */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly community: string;
                    readonly id: string;
                    readonly mark: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly number: string;
                            /** Format: title */
                            readonly item: Title;
                            /** Format: title */
                            readonly community: Title;
                            /** @description Epoch milliseconds, UTC */
                            readonly askedAt: number;
                            /** @description Within what it is settled once it is passed on */
                            readonly promised?: {
                                readonly amount: number;
                                /** @enum {string} */
                                readonly unit: "minutes" | "hours" | "days" | "workingMinutes" | "workingHours" | "workingDays";
                            };
                            /** Format: title */
                            readonly holder?: Title;
                            readonly papers?: {
                                /** @description Epoch milliseconds, UTC */
                                readonly at: number;
                                /** @description All is there; else what is lacking was told, once */
                                readonly whole: boolean;
                                readonly lists: readonly {
                                    /** Format: title */
                                    readonly title: Title;
                                    readonly values: readonly Title[];
                                }[];
                            };
                            /** @enum {string} */
                            readonly status: "open" | "ended";
                            readonly outcome?: string;
                            /** @description Epoch milliseconds, UTC */
                            readonly endedAt?: number;
                            /** @description What happens next, who must act, by when */
                            readonly next?: {
                                /** Format: title */
                                readonly title: Title;
                                readonly who: readonly {
                                    /** Format: title */
                                    readonly organ?: Title;
                                    readonly titles: readonly Title[];
                                }[];
                                /** @description Epoch milliseconds, UTC */
                                readonly dueAt?: number;
                                readonly late: boolean;
                            };
                            readonly stations: readonly {
                                readonly id: string;
                                /** Format: title */
                                readonly title: Title;
                                readonly kind: string;
                                /** @enum {string} */
                                readonly state: "done" | "here" | "to-come" | "skipped" | "late";
                                readonly who: readonly Title[];
                                /** @description Epoch milliseconds, UTC */
                                readonly dueAt?: number;
                                /** @description Epoch milliseconds, UTC */
                                readonly enteredAt?: number;
                                /** @description Epoch milliseconds, UTC */
                                readonly leftAt?: number;
                                readonly rules: readonly {
                                    /** Format: title */
                                    readonly law: Title;
                                    /** Format: title */
                                    readonly article: Title;
                                }[];
                                readonly outcome?: string;
                                readonly visits: number;
                                readonly branches: readonly {
                                    /** Format: title */
                                    readonly title: Title;
                                    /** @enum {string} */
                                    readonly state: "done" | "here" | "to-come" | "skipped" | "late";
                                    readonly outcome?: string;
                                }[];
                                readonly backTo: readonly {
                                    readonly id: string;
                                    readonly taken: boolean;
                                    readonly outcome: string;
                                }[];
                            }[];
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/elected": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 选出来还没有上岗的人 / Who was elected and is not at work yet */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly rows: readonly {
                                readonly community: string;
                                /** Format: title */
                                readonly communityTitle: Title;
                                /** Format: uuid */
                                readonly matter: string;
                                readonly candidate: string;
                                readonly name: string;
                                /** Format: title */
                                readonly post: Title;
                                /** Format: title */
                                readonly organ: Title;
                                /** @description 2026-12-05 */
                                readonly from: string;
                                /** @description The last day of the term */
                                readonly until: string;
                                /**
                                 * @description No telephone was left; or the account of the telephone is none of the staff
                                 * @enum {string}
                                 */
                                readonly lacks: "number" | "account";
                                /** @description The asker runs the hand-over: may bring the number */
                                readonly mine: boolean;
                            }[];
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/elected/{community}/{matter}/{candidate}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 补上手机号，按这个号上岗 / Bring the number by which somebody elected holds office */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly community: string;
                    readonly matter: string;
                    readonly candidate: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        readonly phone: string;
                    };
                };
            };
            readonly responses: {
                /** @description In office */
                readonly 204: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/mine/polls": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 我要投票 / Votes that are mine and open */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly rows: readonly {
                                readonly community: string;
                                /** Format: title */
                                readonly communityTitle: Title;
                                /** Format: uuid */
                                readonly matter: string;
                                readonly title: string;
                                readonly procedure: {
                                    readonly id: string;
                                    /** Format: title */
                                    readonly title: Title;
                                };
                                /** @description Epoch milliseconds, UTC */
                                readonly closesAt: number;
                                readonly voted: boolean;
                            }[];
                            readonly needsProof: boolean;
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/polls/{community}/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 一件事的表决和会议 / The votes and meetings of a matter */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly community: string;
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly polls: readonly {
                                /** Format: uuid */
                                readonly id: string;
                                readonly step: string;
                                readonly n: number;
                                /** @enum {string} */
                                readonly kind: "vote" | "meet" | "allocate";
                                readonly title: string;
                                readonly text: string;
                                readonly roll: {
                                    readonly heads: number;
                                    /** @description Square centimetres; 0 where the roll counts none */
                                    readonly area: number;
                                    /** Format: title */
                                    readonly title: Title;
                                    /** @description Owners who live elsewhere show who they are under /api/my-registry */
                                    readonly ofOwners: boolean;
                                    readonly entries: number;
                                    readonly recused: number;
                                };
                                /** @description Who has voted */
                                readonly taken: {
                                    readonly heads: number;
                                    /** @description Square centimetres; 0 where the roll counts none */
                                    readonly area: number;
                                };
                                /** @description Who has checked in */
                                readonly present: {
                                    readonly heads: number;
                                    /** @description Square centimetres; 0 where the roll counts none */
                                    readonly area: number;
                                };
                                /** @description Papers that two people read differently */
                                readonly differences: number;
                                /** @description Each condition in a sentence */
                                readonly progress: readonly {
                                    readonly text: string;
                                    readonly met: boolean;
                                }[];
                                readonly rule?: {
                                    /** @enum {string} */
                                    readonly ballot: "named" | "secret";
                                    /** @enum {string} */
                                    readonly question: "approve" | "sign-on" | "choose" | "elect" | "allocate";
                                    /**
                                     * @description Of an allocation: what a ballot says of its projects
                                     * @enum {string}
                                     */
                                    readonly kind?: "approval" | "choose-one" | "cumulative" | "scoring" | "ranked";
                                    /** @description Options that a ballot may choose */
                                    readonly most: number;
                                    readonly runOff: boolean;
                                    readonly channels: readonly ("online" | "desk" | "paper" | "proxy")[];
                                    readonly attends: readonly {
                                        readonly share: string;
                                        readonly of: string;
                                    }[];
                                    readonly passes: readonly {
                                        readonly share: string;
                                        readonly of: string;
                                    }[];
                                    /** @description How many one holder may vote for, and whether whoever stands may be one */
                                    readonly proxies?: {
                                        readonly most: number;
                                        readonly candidates: boolean;
                                    };
                                    /** @description What it takes to pass, a sentence a condition, of those who have taken part so far */
                                    readonly asks: readonly string[];
                                };
                                /** @description Of an election: who stands, in the order of the ballot */
                                readonly candidates: readonly {
                                    readonly id: string;
                                    readonly name: string;
                                    /** @enum {string} */
                                    readonly nominatedBy: "organiser" | "voters";
                                    /** @description Voters who nominated together */
                                    readonly nominators?: number;
                                    /** @description Where they live */
                                    readonly from?: string;
                                    /** @description What they say of themselves */
                                    readonly text?: string;
                                }[];
                                readonly options: readonly {
                                    readonly id: string;
                                    /** Format: title */
                                    readonly title: Title;
                                }[];
                                /** @description Takes ballots at the moment of asking */
                                readonly open: boolean;
                                /** @description Epoch milliseconds, UTC */
                                readonly opensAt?: number;
                                /** @description Not inside */
                                readonly closesAt?: number;
                                /** @description Epoch milliseconds, UTC */
                                readonly countedAt?: number;
                                /** @description Of a secret vote: ballots are sealed to it (HPKE, RFC 9180) */
                                readonly publicKey?: string;
                                /** @description Runs the vote: may use its desk */
                                readonly keeper: boolean;
                                readonly mine: readonly {
                                    /** Format: uuid */
                                    readonly id: string;
                                    readonly no: number;
                                    readonly label: string;
                                    /** @enum {string} */
                                    readonly as: "self" | "proxy";
                                    readonly recused: boolean;
                                    /** @description Of a home that several own: one line, and the first to vote has voted */
                                    readonly owners: number;
                                    readonly voted?: {
                                        /** @enum {string} */
                                        readonly channel: "online" | "desk" | "paper" | "proxy";
                                        /** @description Epoch milliseconds, UTC */
                                        readonly at: number;
                                        readonly code?: string;
                                        /** @description Epoch milliseconds, UTC */
                                        readonly revocableUntil?: number;
                                    };
                                }[];
                                /** @description A record of the registry fits the telephone and is not proven in this session */
                                readonly needsProof: boolean;
                            }[];
                            /** @description What a roll of owners would lack, for whoever is about to freeze it */
                            readonly gaps?: {
                                readonly noOwner: number;
                                readonly noArea: number;
                                /** @description No owner has a number: they vote at the desk or on paper */
                                readonly noNumber: number;
                                /** @description The first fifty */
                                readonly homes: readonly {
                                    readonly address: string;
                                    /** @enum {string} */
                                    readonly lacks: "owner" | "area" | "number";
                                }[];
                            };
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/polls/{community}/{id}/ballots": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 计出的票，谁都可以重算 / The counted ballots, for anyone to count again */
        readonly get: {
            readonly parameters: {
                readonly query?: {
                    readonly step?: string;
                    readonly n?: number;
                };
                readonly header?: never;
                readonly path: {
                    readonly community: string;
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly poll: {
                                /** Format: uuid */
                                readonly matter: string;
                                readonly step: string;
                                readonly n: number;
                            };
                            /**
                             * Format: json
                             * @description The version that the matter began under; its hash stands in the first event
                             */
                            readonly procedure: Json;
                            readonly ballots: readonly {
                                readonly code: string;
                                readonly choice: readonly string[];
                                readonly heads: number;
                                /** @description Square centimetres; 0 where the roll counts none */
                                readonly area: number;
                            }[];
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly put?: never;
        /** 投票 / Cast a ballot */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly community: string;
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        /** Format: uuid */
                        readonly entry: string;
                        /** @enum {string} */
                        readonly channel: "online" | "desk" | "paper" | "proxy";
                        /** @description Of a named vote */
                        readonly said?: {
                            /** @description Of the receipt: random, chosen by who votes */
                            readonly code: string;
                            readonly choice: readonly string[];
                        };
                        /** @description Of a secret vote: base64 of the sealed ballot */
                        readonly envelope?: string;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            /** @description Epoch milliseconds, UTC */
                            readonly at: number;
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/polls/{community}/{id}/allocation": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 选项目：预算、项目、结果和原因 / Projects under a budget, the result and its reasons */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly community: string;
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            /** @description Whole yuan */
                            readonly budget: number;
                            /** @enum {string} */
                            readonly rule: "greedy-cost" | "greedy-card" | "mes-cost" | "mes-card";
                            readonly form: {
                                /** @enum {string} */
                                readonly kind: "approval" | "choose-one" | "cumulative" | "scoring" | "ranked";
                                /** @description How many projects a ballot names */
                                readonly projects: {
                                    readonly least?: number;
                                    readonly most?: number;
                                };
                                /** @description Of one project */
                                readonly points: {
                                    readonly least?: number;
                                    readonly most?: number;
                                };
                                /** @description Of all points together */
                                readonly sum: {
                                    readonly least?: number;
                                    readonly most?: number;
                                };
                                /** @description Of all that a ballot names together, in whole yuan */
                                readonly cost: {
                                    readonly least?: number;
                                    readonly most?: number;
                                };
                            };
                            readonly projects: readonly {
                                readonly id: string;
                                /**
                                 * Format: uuid
                                 * @description The matter of the project
                                 */
                                readonly child: string;
                                readonly title: string;
                                /** @description Whole yuan */
                                readonly cost: number;
                                readonly category?: string;
                                readonly area?: string;
                                readonly text?: string;
                                readonly photos: readonly string[];
                                readonly chosen?: boolean;
                                /** @description Points, where ballots give points */
                                readonly votes?: number;
                                /** @description Why it was chosen or not */
                                readonly why?: {
                                    readonly key: string;
                                    readonly values: {
                                        readonly [key: string]: string | number;
                                    };
                                };
                            }[];
                            readonly result?: {
                                /** @enum {string} */
                                readonly outcome: "allocated" | "none";
                                /** @description Enough took part */
                                readonly enough: boolean;
                                /** @description Whole yuan */
                                readonly spent: number;
                                /** @description The ballots would tell how somebody voted: they are not published */
                                readonly held: boolean;
                                readonly ballots?: number;
                                readonly digest?: string;
                            };
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/polls/{community}/{id}/ballots.pb": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 选票文件（Pabulib），谁都可以重算 / The ballots as a Pabulib file, for anyone to count again */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly community: string;
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/polls/{community}/{id}/explain": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 我的票起了什么作用 / What the ballot of a receipt did */
        readonly get: {
            readonly parameters: {
                readonly query: {
                    /** @description Of the receipt: random, chosen by who votes */
                    readonly code: string;
                };
                readonly header?: never;
                readonly path: {
                    readonly community: string;
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly projects: readonly {
                                readonly id: string;
                                readonly title: string;
                                readonly chosen: boolean;
                                /** @description Whole yuan */
                                readonly carried: number;
                            }[];
                            /** @description Whole yuan */
                            readonly carried: number;
                            /** @description Of all money spent */
                            readonly percent: number;
                            /** @description What each voter had, where the rule gives voters money */
                            readonly share?: number;
                            /** @description Whole yuan */
                            readonly left?: number;
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/polls/{community}/{id}/revocations": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 反悔：撤回窗口代投的票 / Take an assisted vote back */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly community: string;
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        /** Format: uuid */
                        readonly entry: string;
                    };
                };
            };
            readonly responses: {
                /** @description Done; nothing more to say */
                readonly 204: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/polls/{community}/{id}/roll": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 名册：谁在上面、谁投过了 / The roll, for who runs the vote */
        readonly get: {
            readonly parameters: {
                readonly query?: {
                    readonly after?: number;
                    readonly limit?: number;
                    /** @description A number, a name or a door: 3-2-501 */
                    readonly find?: string;
                    /** @description Only lines that have voted, or only those that have not */
                    readonly voted?: string;
                };
                readonly header?: never;
                readonly path: {
                    readonly community: string;
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly rows: readonly {
                                /** Format: uuid */
                                readonly id: string;
                                readonly no: number;
                                readonly label: string;
                                readonly heads: number;
                                /** @description Square centimetres; 0 where the roll counts none */
                                readonly area: number;
                                readonly recused: boolean;
                                /** @enum {string} */
                                readonly channel?: "online" | "desk" | "paper" | "proxy";
                                /** @description Epoch milliseconds, UTC */
                                readonly votedAt?: number;
                                /** @description Epoch milliseconds, UTC */
                                readonly revocableUntil?: number;
                                /** @description Epoch milliseconds, UTC */
                                readonly presentAt?: number;
                                /** @description Epoch milliseconds, UTC */
                                readonly deliveredAt?: number;
                                readonly authority?: {
                                    readonly holder: string;
                                    /** @description Lines of this roll that they hold an authority of */
                                    readonly held: number;
                                };
                            }[];
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/polls/{community}/{id}/papers": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 录入纸质票 / One reading of a paper ballot */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly community: string;
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        /** @description Of the receipt: random, chosen by who votes */
                        readonly code: string;
                        /**
                         * Format: uuid
                         * @description Of a named vote
                         */
                        readonly entry?: string;
                        /** @description Empty: the paper says nothing valid */
                        readonly choice: readonly string[];
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            /** @enum {string} */
                            readonly reading: "first" | "second" | "settled";
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/polls/{community}/{id}/authorities": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 登记委托书 / Keep a written authority */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly community: string;
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        /** Format: uuid */
                        readonly entry: string;
                        readonly name: string;
                        readonly phone: string;
                    };
                };
            };
            readonly responses: {
                /** @description Done; nothing more to say */
                readonly 204: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/polls/{community}/{id}/authorities/undo": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 撤回委托 / Take a written authority back */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly community: string;
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        /** Format: uuid */
                        readonly entry: string;
                    };
                };
            };
            readonly responses: {
                /** @description Done; nothing more to say */
                readonly 204: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/polls/{community}/{id}/deliveries": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 登记送达 / The papers reached a line of the roll */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly community: string;
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        /** Format: uuid */
                        readonly entry: string;
                    };
                };
            };
            readonly responses: {
                /** @description Done; nothing more to say */
                readonly 204: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/discussions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 我来议 / What can be discussed now */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly rows: readonly {
                                readonly community: string;
                                /** Format: title */
                                readonly communityTitle: Title;
                                /** Format: uuid */
                                readonly matter: string;
                                readonly title: string;
                                readonly procedure: {
                                    readonly id: string;
                                    /** Format: title */
                                    readonly title: Title;
                                };
                                /** @description Epoch milliseconds, UTC */
                                readonly closesAt: number;
                                readonly shown: number;
                                /** @description By the asker */
                                readonly answered: number;
                            }[];
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/discussions/{community}/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 一次议事 / One discussion */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly community: string;
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly community: string;
                            /** Format: title */
                            readonly communityTitle: Title;
                            /** Format: uuid */
                            readonly matter: string;
                            readonly procedure: {
                                readonly id: string;
                                /** Format: title */
                                readonly title: Title;
                            };
                            /** Format: title */
                            readonly step: Title;
                            readonly title: string;
                            readonly text: string;
                            /** @description Epoch milliseconds, UTC */
                            readonly opensAt: number;
                            /** @description Not inside; absent once it is closed */
                            readonly closesAt?: number;
                            /**
                             * @description answering: nothing more can be said, opinions are being answered
                             * @enum {string}
                             */
                            readonly state: "open" | "answering" | "closed";
                            /** @description The asker is among those who are asked */
                            readonly asked: boolean;
                            /** @description The asker answers opinions and looks after statements */
                            readonly keeper: boolean;
                            /** @description There are statements to vote on */
                            readonly statements: boolean;
                            readonly participants: number;
                            readonly votes: number;
                            readonly shown: number;
                            readonly mine: {
                                readonly answered: number;
                                readonly wrote: readonly {
                                    readonly n: number;
                                    readonly text: string;
                                    /** @enum {string} */
                                    readonly status: "waiting" | "shown" | "removed";
                                    /** @enum {string} */
                                    readonly reason?: "personal" | "insult" | "unlawful" | "advert" | "off-topic" | "duplicate" | "several";
                                    /** @enum {string} */
                                    readonly appeal?: "open" | "upheld" | "granted";
                                }[];
                            };
                            /** @description Those with the fewest answers first */
                            readonly next: readonly {
                                readonly n: number;
                                readonly text: string;
                            }[];
                            readonly removals: readonly {
                                readonly n: number;
                                /** @enum {string} */
                                readonly reason: "personal" | "insult" | "unlawful" | "advert" | "off-topic" | "duplicate" | "several";
                                /** @description Epoch milliseconds, UTC */
                                readonly at: number;
                                /** @enum {string} */
                                readonly appeal?: "open" | "upheld";
                            }[];
                            readonly opinions: readonly {
                                readonly n: number;
                                readonly text: string;
                                /** @description Epoch milliseconds, UTC */
                                readonly at: number;
                                readonly answer?: {
                                    readonly adopted: boolean;
                                    readonly text: string;
                                    /** @description Epoch milliseconds, UTC */
                                    readonly at: number;
                                };
                            }[];
                            /** @description For whoever holds it */
                            readonly desk?: {
                                readonly waiting: readonly {
                                    readonly n: number;
                                    readonly text: string;
                                    /** @description Epoch milliseconds, UTC */
                                    readonly at: number;
                                }[];
                                readonly appeals: readonly {
                                    readonly n: number;
                                    readonly text: string;
                                    /** @description Epoch milliseconds, UTC */
                                    readonly at: number;
                                    /** @enum {string} */
                                    readonly reason: "personal" | "insult" | "unlawful" | "advert" | "off-topic" | "duplicate" | "several";
                                    readonly appeal: string;
                                    readonly mayDecide: boolean;
                                }[];
                                readonly shown: readonly {
                                    readonly n: number;
                                    readonly text: string;
                                    /** @description Epoch milliseconds, UTC */
                                    readonly at: number;
                                    readonly agree: number;
                                    readonly disagree: number;
                                    readonly pass: number;
                                    /** @description An appeal has put it back: it stays */
                                    readonly settled: boolean;
                                }[];
                            };
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/discussions/{community}/{id}/map": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 观点地图和谁没来 / The opinion map, and who is missing */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly community: string;
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            /** @enum {boolean} */
                            readonly told: false;
                            readonly participants: number;
                            readonly votes: number;
                            readonly least: number;
                        } | {
                            /** @enum {boolean} */
                            readonly told: true;
                            readonly participants: number;
                            readonly votes: number;
                            /** @description Of groups with fewer people nothing is told */
                            readonly least: number;
                            /** @description The votes are published, each voter under a number drawn by lot */
                            readonly closed: boolean;
                            readonly people: readonly {
                                readonly x: number;
                                readonly y: number;
                                /** @description Absent where the group is too small */
                                readonly group?: number;
                                readonly me?: boolean;
                            }[];
                            readonly groups: readonly {
                                readonly size?: number;
                                readonly typical: readonly {
                                    readonly count: number;
                                    readonly answers: number;
                                    readonly n: number;
                                    /** @enum {string} */
                                    readonly side: "agree" | "disagree";
                                }[];
                            }[];
                            readonly unites: readonly number[];
                            readonly divides: readonly number[];
                            readonly statements: readonly {
                                readonly n: number;
                                readonly text: string;
                                readonly agree: number;
                                readonly disagree: number;
                                readonly pass: number;
                                /** @description The one thing worth saying of it */
                                readonly told: {
                                    /** @enum {string} */
                                    readonly kind: "out";
                                } | {
                                    /** @enum {string} */
                                    readonly kind: "few";
                                    readonly answers: number;
                                } | {
                                    /** @enum {string} */
                                    readonly kind: "unites";
                                    /** @enum {string} */
                                    readonly side: "agree" | "disagree";
                                    readonly groups: readonly {
                                        readonly count: number;
                                        readonly answers: number;
                                        readonly group: number;
                                    }[];
                                } | {
                                    /** @enum {string} */
                                    readonly kind: "divides";
                                    readonly agree: readonly {
                                        readonly count: number;
                                        readonly answers: number;
                                        readonly group: number;
                                    }[];
                                    readonly disagree: readonly {
                                        readonly count: number;
                                        readonly answers: number;
                                        readonly group: number;
                                    }[];
                                } | {
                                    /** @enum {string} */
                                    readonly kind: "represents";
                                    /** @enum {string} */
                                    readonly side: "agree" | "disagree";
                                    readonly group: {
                                        readonly count: number;
                                        readonly answers: number;
                                        readonly group: number;
                                    };
                                    readonly others: {
                                        readonly count: number;
                                        readonly answers: number;
                                    };
                                } | {
                                    /** @enum {string} */
                                    readonly kind: "most";
                                    /** @enum {string} */
                                    readonly side: "agree" | "disagree";
                                    readonly all: {
                                        readonly count: number;
                                        readonly answers: number;
                                    };
                                } | {
                                    /** @enum {string} */
                                    readonly kind: "open";
                                    readonly agree: number;
                                    readonly disagree: number;
                                    readonly answers: number;
                                };
                                /** @description 1 agree, -1 disagree, 0 pass */
                                readonly mine?: 1 | 0 | -1;
                            }[];
                            readonly attendance?: {
                                readonly age: {
                                    readonly total: number | ("few" | "withheld");
                                    readonly cells: readonly {
                                        /** @description Taken together, where each has too few people to be told of */
                                        readonly keys: readonly string[];
                                        readonly people: number;
                                        readonly took: number | ("few" | "withheld");
                                        readonly isMissing: boolean;
                                    }[];
                                };
                                readonly building: {
                                    readonly total: number | ("few" | "withheld");
                                    readonly cells: readonly {
                                        /** @description Taken together, where each has too few people to be told of */
                                        readonly keys: readonly string[];
                                        readonly people: number;
                                        readonly took: number | ("few" | "withheld");
                                        readonly isMissing: boolean;
                                    }[];
                                };
                                /** @description Participants who have shown who they are, when it was told */
                                readonly of: number;
                                /** @description Participants beside them */
                                readonly others: number;
                            };
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/discussions/{community}/{id}/votes.csv": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 投票，谁都可以重算 / The votes, for anyone to compute the map anew */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly community: string;
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description text/csv, in the columns of Polis */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": string;
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/discussions/{community}/{id}/comments.csv": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 观点 / The statements */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly community: string;
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description text/csv, in the columns of Polis */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": string;
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/discussions/{community}/{id}/statements": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 说一条 / Say something for others to agree with or not */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly community: string;
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        readonly text: string;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly n: number;
                            /** @enum {string} */
                            readonly status: "waiting" | "shown";
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/discussions/{community}/{id}/votes": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 同意、不同意、说不好 / Vote on a statement; the last vote counts */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly community: string;
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        readonly n: number;
                        /** @description 1 agree, -1 disagree, 0 pass */
                        readonly vote: 1 | 0 | -1;
                    };
                };
            };
            readonly responses: {
                /** @description Done; nothing more to say */
                readonly 204: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/discussions/{community}/{id}/statements/{n}/appeal": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 申诉 / Ask for a second look at a removal */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly community: string;
                    readonly id: string;
                    readonly n: number;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        readonly text: string;
                    };
                };
            };
            readonly responses: {
                /** @description Done; nothing more to say */
                readonly 204: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/discussions/{community}/{id}/statements/{n}/decision": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 展示或者撤下 / Show a statement, or take it out with a reason */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly community: string;
                    readonly id: string;
                    readonly n: number;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        /**
                         * @description Absent: it is shown
                         * @enum {string}
                         */
                        readonly removeFor?: "personal" | "insult" | "unlawful" | "advert" | "off-topic" | "duplicate" | "several";
                    };
                };
            };
            readonly responses: {
                /** @description Done; nothing more to say */
                readonly 204: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/discussions/{community}/{id}/statements/{n}/judgement": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 复核申诉 / Decide an appeal; never who took it out */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly community: string;
                    readonly id: string;
                    readonly n: number;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        /** @description The removal stays */
                        readonly upheld: boolean;
                    };
                };
            };
            readonly responses: {
                /** @description Done; nothing more to say */
                readonly 204: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/service-items": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 办事目录：带什么、谁可以办、多久 / What the window takes in */
        readonly get: {
            readonly parameters: {
                readonly query?: {
                    readonly community?: string;
                };
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            /** Format: title */
                            readonly title: Title;
                            readonly rows: readonly {
                                readonly id: string;
                                /** Format: title */
                                readonly title: Title;
                                readonly group: {
                                    readonly id: string;
                                    /** Format: title */
                                    readonly title: Title;
                                };
                                /** @description What people call it */
                                readonly words: readonly string[];
                                /**
                                 * Format: title
                                 * @description The kind of organ that decides
                                 */
                                readonly decides: Title;
                                readonly asks: readonly ("self" | "family" | "agent")[];
                                readonly ways: readonly ("window" | "home" | "phone")[];
                                readonly materials: readonly {
                                    readonly id: string;
                                    /** Format: title */
                                    readonly title: Title;
                                    /** @enum {string} */
                                    readonly form: "original" | "copy" | "original-and-copy" | "written";
                                    /** Format: title */
                                    readonly when?: Title;
                                    /** Format: title */
                                    readonly note?: Title;
                                }[];
                                /** @description What the community looks up itself: nobody brings it */
                                readonly lookedUp: readonly Title[];
                                readonly limit: {
                                    readonly amount: number;
                                    /** @enum {string} */
                                    readonly unit: "minutes" | "hours" | "days" | "workingMinutes" | "workingHours" | "workingDays";
                                };
                                readonly legal?: {
                                    readonly amount: number;
                                    /** @enum {string} */
                                    readonly unit: "minutes" | "hours" | "days" | "workingMinutes" | "workingHours" | "workingDays";
                                };
                                /** Format: title */
                                readonly result: Title;
                                readonly source: {
                                    readonly law: string;
                                    readonly article: string;
                                    readonly date: string;
                                };
                            }[];
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/suggest": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 边写边提示：类别、事项、附近同样的反映 */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        readonly text: string;
                        readonly place?: string;
                        readonly lat?: number;
                        readonly long?: number;
                        readonly address?: string;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly class?: {
                                /** Format: title */
                                readonly id: Title;
                                readonly confidence: number;
                                readonly why: readonly string[];
                            };
                            readonly affairs: readonly {
                                readonly id: string;
                                /** Format: title */
                                readonly title: Title;
                                readonly why: readonly string[];
                            }[];
                            readonly similar: readonly {
                                readonly community: string;
                                /** Format: uuid */
                                readonly id: string;
                                readonly number: string;
                                readonly title: string;
                                /** @description The title is what somebody wrote; else the affair or the procedure, which may be told instead */
                                readonly written: boolean;
                                /** @description Epoch milliseconds, UTC */
                                readonly openedAt: number;
                                /** Format: title */
                                readonly step: Title;
                                readonly joined: number;
                                readonly distanceMeters?: number;
                                /**
                                 * @description By address, distance or area, the nearest first
                                 * @enum {string}
                                 */
                                readonly near: "building" | "compound" | "steps" | "walk" | "grid" | "ride" | "community" | "unknown" | "street" | "far";
                                readonly why: readonly string[];
                            }[];
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/search": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 公开查询 / Public search */
        readonly get: {
            readonly parameters: {
                readonly query?: {
                    readonly q?: string;
                    readonly cursor?: string;
                };
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly rows: readonly {
                                readonly community: string;
                                /** Format: title */
                                readonly communityTitle: Title;
                                /** Format: uuid */
                                readonly id: string;
                                readonly number: string;
                                readonly procedure: {
                                    readonly id: string;
                                    /** Format: title */
                                    readonly title: Title;
                                };
                                readonly title: string;
                                /** @description The title is what somebody wrote; else the affair or the procedure, which may be told instead */
                                readonly written: boolean;
                                readonly affair?: {
                                    readonly id: string;
                                    /** Format: title */
                                    readonly title: Title;
                                };
                                /** Format: title */
                                readonly class?: Title;
                                readonly urgency: string;
                                readonly channel: string;
                                /** Format: title */
                                readonly place?: Title;
                                readonly step: {
                                    readonly id: string;
                                    /** Format: title */
                                    readonly title: Title;
                                };
                                /** @enum {string} */
                                readonly status: "open" | "ended";
                                readonly outcome?: string;
                                readonly organ?: {
                                    readonly id: string;
                                    /** Format: title */
                                    readonly title: Title;
                                };
                                /** @description Epoch milliseconds, UTC */
                                readonly openedAt: number;
                                /** @description Epoch milliseconds, UTC */
                                readonly endedAt?: number;
                                /** @description Epoch milliseconds, UTC */
                                readonly dueAt?: number;
                                readonly late: boolean;
                                readonly joined: number;
                                readonly rated?: string;
                                readonly spot?: {
                                    readonly lat: number;
                                    readonly long: number;
                                };
                            }[];
                            readonly next?: string;
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/callers": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 来电人以前的反映 / Earlier matters of a caller */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        readonly phone: string;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly person?: {
                                readonly masked: string;
                                readonly name: string;
                                readonly earlier: readonly {
                                    readonly community: string;
                                    /** Format: title */
                                    readonly communityTitle: Title;
                                    /** Format: uuid */
                                    readonly id: string;
                                    readonly number: string;
                                    readonly procedure: {
                                        readonly id: string;
                                        /** Format: title */
                                        readonly title: Title;
                                    };
                                    readonly title: string;
                                    /** @description The title is what somebody wrote; else the affair or the procedure, which may be told instead */
                                    readonly written: boolean;
                                    readonly affair?: {
                                        readonly id: string;
                                        /** Format: title */
                                        readonly title: Title;
                                    };
                                    /** Format: title */
                                    readonly class?: Title;
                                    readonly urgency: string;
                                    readonly channel: string;
                                    /** Format: title */
                                    readonly place?: Title;
                                    readonly step: {
                                        readonly id: string;
                                        /** Format: title */
                                        readonly title: Title;
                                    };
                                    /** @enum {string} */
                                    readonly status: "open" | "ended";
                                    readonly outcome?: string;
                                    readonly organ?: {
                                        readonly id: string;
                                        /** Format: title */
                                        readonly title: Title;
                                    };
                                    /** @description Epoch milliseconds, UTC */
                                    readonly openedAt: number;
                                    /** @description Epoch milliseconds, UTC */
                                    readonly endedAt?: number;
                                    /** @description Epoch milliseconds, UTC */
                                    readonly dueAt?: number;
                                    readonly late: boolean;
                                    readonly joined: number;
                                    readonly rated?: string;
                                    readonly spot?: {
                                        readonly lat: number;
                                        readonly long: number;
                                    };
                                }[];
                            };
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/matters/{community}/{id}/join-for": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 替来电人附议 / Count a caller in */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly community: string;
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        /** Format: uuid */
                        readonly commandId: string;
                        readonly caller: {
                            readonly phone: string;
                            readonly name?: string;
                        };
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            /** @description False when the caller counted already */
                            readonly joined: boolean;
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/measures": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 三率与排名 / Three rates, ranked */
        readonly get: {
            readonly parameters: {
                readonly query: {
                    /** @description YYYY-MM */
                    readonly month: string;
                    readonly by?: "organ" | "community" | "class" | "street";
                };
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            /** @description YYYY-MM */
                            readonly month: string;
                            /** @enum {string} */
                            readonly by: "organ" | "community" | "class" | "street";
                            readonly weights: {
                                readonly from: string;
                                readonly contacted: string;
                                readonly solved: string;
                                readonly satisfied: string;
                                readonly basically: string;
                                /** Format: title */
                                readonly source: Title;
                            };
                            readonly formula: string;
                            readonly rows: readonly {
                                readonly key: string;
                                /** Format: title */
                                readonly title: Title;
                                readonly opened: number;
                                readonly ended: number;
                                readonly late: number;
                                readonly excluded: number;
                                readonly calls: number;
                                readonly contacted: number;
                                readonly solved: number;
                                readonly satisfied: number;
                                readonly basically: number;
                                readonly contactedRate?: string;
                                readonly solvedRate?: string;
                                readonly satisfiedRate?: string;
                                readonly score?: string;
                                readonly rank?: number;
                            }[];
                            readonly total: {
                                readonly key: string;
                                /** Format: title */
                                readonly title: Title;
                                readonly opened: number;
                                readonly ended: number;
                                readonly late: number;
                                readonly excluded: number;
                                readonly calls: number;
                                readonly contacted: number;
                                readonly solved: number;
                                readonly satisfied: number;
                                readonly basically: number;
                                readonly contactedRate?: string;
                                readonly solvedRate?: string;
                                readonly satisfiedRate?: string;
                                readonly score?: string;
                                readonly rank?: number;
                            };
                            /** @description Months that have figures */
                            readonly months: readonly string[];
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/measures/matters": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 数字背后的事项 / The matters behind a figure */
        readonly get: {
            readonly parameters: {
                readonly query: {
                    /** @description YYYY-MM */
                    readonly month: string;
                    readonly by?: "organ" | "community" | "class" | "street";
                    readonly key?: string;
                    readonly figure: "opened" | "ended" | "late" | "excluded" | "calls" | "contacted" | "solved" | "satisfied" | "basically" | "timed" | "timely";
                    readonly procedure?: string;
                    readonly cursor?: string;
                };
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly rows: readonly {
                                readonly community: string;
                                /** Format: title */
                                readonly communityTitle: Title;
                                /** Format: uuid */
                                readonly id: string;
                                readonly number: string;
                                readonly procedure: {
                                    readonly id: string;
                                    /** Format: title */
                                    readonly title: Title;
                                };
                                readonly title: string;
                                /** @description The title is what somebody wrote; else the affair or the procedure, which may be told instead */
                                readonly written: boolean;
                                readonly affair?: {
                                    readonly id: string;
                                    /** Format: title */
                                    readonly title: Title;
                                };
                                /** Format: title */
                                readonly class?: Title;
                                readonly urgency: string;
                                readonly channel: string;
                                /** Format: title */
                                readonly place?: Title;
                                readonly step: {
                                    readonly id: string;
                                    /** Format: title */
                                    readonly title: Title;
                                };
                                /** @enum {string} */
                                readonly status: "open" | "ended";
                                readonly outcome?: string;
                                readonly organ?: {
                                    readonly id: string;
                                    /** Format: title */
                                    readonly title: Title;
                                };
                                /** @description Epoch milliseconds, UTC */
                                readonly openedAt: number;
                                /** @description Epoch milliseconds, UTC */
                                readonly endedAt?: number;
                                /** @description Epoch milliseconds, UTC */
                                readonly dueAt?: number;
                                readonly late: boolean;
                                readonly joined: number;
                                readonly rated?: string;
                                readonly spot?: {
                                    readonly lat: number;
                                    readonly long: number;
                                };
                            }[];
                            readonly next?: string;
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/measures/export": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 导出表格 / Export as a spreadsheet */
        readonly get: {
            readonly parameters: {
                readonly query: {
                    /** @description YYYY-MM */
                    readonly month: string;
                    readonly by?: "organ" | "community" | "class" | "street";
                };
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/overview": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 今天的街道 / The street today */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            /** Format: title */
                            readonly street: Title;
                            readonly openNow: number;
                            readonly lateNow: number;
                            /** @description YYYY-MM */
                            readonly month: string;
                            readonly monthOpened: number;
                            readonly monthEnded: number;
                            readonly rates?: {
                                readonly contacted: string;
                                readonly solved: string;
                                readonly satisfied: string;
                                readonly score: string;
                            };
                            readonly days: readonly {
                                readonly date: string;
                                readonly opened: number;
                                readonly ended: number;
                            }[];
                            readonly byClass: readonly {
                                /** Format: title */
                                readonly class: Title;
                                readonly open: number;
                            }[];
                            readonly timely: readonly {
                                readonly procedure: string;
                                /** Format: title */
                                readonly title: Title;
                                readonly share: string;
                                readonly timed: number;
                                readonly timely: number;
                            }[];
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/topics": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 一个月里反复出现的诉求 / What was raised again and again */
        readonly get: {
            readonly parameters: {
                readonly query: {
                    /** @description YYYY-MM */
                    readonly month: string;
                };
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            /** @description How many matters of the month were compared */
                            readonly looked: number;
                            readonly topics: readonly {
                                /** @description Words that most of them share, the most telling first */
                                readonly words: readonly string[];
                                readonly count: number;
                                readonly open: number;
                                readonly places: readonly {
                                    readonly title: string;
                                    readonly count: number;
                                }[];
                                readonly examples: readonly {
                                    readonly community: string;
                                    /** Format: title */
                                    readonly communityTitle: Title;
                                    /** Format: uuid */
                                    readonly id: string;
                                    readonly number: string;
                                    readonly procedure: {
                                        readonly id: string;
                                        /** Format: title */
                                        readonly title: Title;
                                    };
                                    readonly title: string;
                                    /** @description The title is what somebody wrote; else the affair or the procedure, which may be told instead */
                                    readonly written: boolean;
                                    readonly affair?: {
                                        readonly id: string;
                                        /** Format: title */
                                        readonly title: Title;
                                    };
                                    /** Format: title */
                                    readonly class?: Title;
                                    readonly urgency: string;
                                    readonly channel: string;
                                    /** Format: title */
                                    readonly place?: Title;
                                    readonly step: {
                                        readonly id: string;
                                        /** Format: title */
                                        readonly title: Title;
                                    };
                                    /** @enum {string} */
                                    readonly status: "open" | "ended";
                                    readonly outcome?: string;
                                    readonly organ?: {
                                        readonly id: string;
                                        /** Format: title */
                                        readonly title: Title;
                                    };
                                    /** @description Epoch milliseconds, UTC */
                                    readonly openedAt: number;
                                    /** @description Epoch milliseconds, UTC */
                                    readonly endedAt?: number;
                                    /** @description Epoch milliseconds, UTC */
                                    readonly dueAt?: number;
                                    readonly late: boolean;
                                    readonly joined: number;
                                    readonly rated?: string;
                                    readonly spot?: {
                                        readonly lat: number;
                                        readonly long: number;
                                    };
                                }[];
                                readonly matters: readonly {
                                    /** Format: uuid */
                                    readonly id: string;
                                    readonly number: string;
                                    readonly title: string;
                                }[];
                            }[];
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/notices": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 公示 / Notices */
        readonly get: {
            readonly parameters: {
                readonly query?: {
                    readonly cursor?: string;
                };
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly rows: readonly {
                                readonly community: string;
                                /** Format: title */
                                readonly communityTitle: Title;
                                /** Format: uuid */
                                readonly matter: string;
                                readonly seq: number;
                                readonly procedure: {
                                    readonly id: string;
                                    /** Format: title */
                                    readonly title: Title;
                                };
                                readonly title: string;
                                /** @description The title is what somebody wrote; else the affair or the procedure, which may be told instead */
                                readonly written: boolean;
                                /** @description Epoch milliseconds, UTC */
                                readonly publishedAt: number;
                                /** @description Epoch milliseconds, UTC */
                                readonly untilAt: number;
                                readonly inForce: boolean;
                            }[];
                            readonly next?: string;
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/notices/{community}/{matter}/{seq}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 一则公示 / One notice */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly community: string;
                    readonly matter: string;
                    readonly seq: number;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly community: string;
                            /** Format: title */
                            readonly communityTitle: Title;
                            /** Format: uuid */
                            readonly matter: string;
                            readonly seq: number;
                            readonly procedure: {
                                readonly id: string;
                                /** Format: title */
                                readonly title: Title;
                            };
                            readonly title: string;
                            /** @description The title is what somebody wrote; else the affair or the procedure, which may be told instead */
                            readonly written: boolean;
                            /** @description Epoch milliseconds, UTC */
                            readonly publishedAt: number;
                            /** @description Epoch milliseconds, UTC */
                            readonly untilAt: number;
                            readonly inForce: boolean;
                            readonly text: string;
                            /** Format: json */
                            readonly figures?: Json;
                            /** Format: title */
                            readonly publisher: Title;
                            readonly objections: readonly {
                                readonly n: number;
                                /** @description Epoch milliseconds, UTC */
                                readonly at: number;
                                readonly answered: boolean;
                                readonly answer?: string;
                            }[];
                            readonly mayObject: boolean;
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/records/{community}/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 案卷文件，可以离线核验 / A record to verify offline */
        readonly get: {
            readonly parameters: {
                readonly query?: {
                    readonly openings?: string;
                };
                readonly header?: never;
                readonly path: {
                    readonly community: string;
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": Json;
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/checkpoints/{community}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 存证点 / Published checkpoints */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly community: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": Json;
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/registry/search": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 查底数 / Find residents by name, number or address */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        readonly word: string;
                        readonly cursor?: string;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly rows: readonly {
                                readonly community: string;
                                /** Format: title */
                                readonly communityTitle: Title;
                                readonly id: string;
                                readonly name: string;
                                /** @description Masked */
                                readonly identity?: string;
                                /** @description Masked */
                                readonly phone?: string;
                                readonly bornYear?: number;
                                /** @enum {string} */
                                readonly sex?: "female" | "male";
                                /** @description Home of today; absent for who has left */
                                readonly address?: string;
                                readonly relation?: string;
                                /** Format: title */
                                readonly grid?: Title;
                            }[];
                            readonly next?: string;
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/registry/residents/{community}/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 一位居民 / One resident, numbers masked */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly community: string;
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly community: string;
                            /** Format: title */
                            readonly communityTitle: Title;
                            readonly id: string;
                            readonly name: string;
                            /** @description Masked */
                            readonly identity?: string;
                            /** @description Masked */
                            readonly phone?: string;
                            readonly bornYear?: number;
                            /** @enum {string} */
                            readonly sex?: "female" | "male";
                            /** @description Home of today; absent for who has left */
                            readonly address?: string;
                            readonly relation?: string;
                            /** Format: title */
                            readonly grid?: Title;
                            /** @description Goes back with a change: another one in between refuses it */
                            readonly version: number;
                            readonly erasedAt?: number;
                            /**
                             * Format: uuid
                             * @description The resident who stands for this one
                             */
                            readonly mergedInto?: string;
                            /** @description Whether this reader may have numbers shown whole */
                            readonly mayReveal: boolean;
                            /** @description Whether this reader keeps the registry of the whole community */
                            readonly mayChange: boolean;
                            readonly homes: readonly {
                                readonly address: string;
                                readonly relation: string;
                                readonly from: string;
                                /** @description The last day */
                                readonly until?: string;
                            }[];
                            readonly changes: readonly {
                                readonly field: string;
                                readonly source: string;
                                /** @description What it was; numbers masked */
                                readonly former?: string;
                                readonly reason?: string;
                                readonly by?: string;
                                readonly at: number;
                            }[];
                            /** @description Absent where the charter names none */
                            readonly groups?: {
                                readonly rows: readonly {
                                    /** Format: title */
                                    readonly title: Title;
                                    /**
                                     * Format: uuid
                                     * @description Absent where a rule tells
                                     */
                                    readonly id?: string;
                                    readonly from?: string;
                                    /** @description The last day */
                                    readonly until?: string;
                                    readonly source?: string;
                                    readonly reason?: string;
                                    readonly by?: string;
                                    readonly at?: number;
                                }[];
                                /** @description Groups that this reader may see after saying why; whether the resident is in any is not told */
                                readonly sensitive: readonly Title[];
                                readonly maySet: readonly {
                                    readonly id: string;
                                    /** Format: title */
                                    readonly title: Title;
                                    readonly sensitive: boolean;
                                }[];
                                /** @description Who looks after them; the last first */
                                readonly carers: readonly {
                                    readonly name: string;
                                    /** Format: title */
                                    readonly post: Title;
                                    /** Format: title */
                                    readonly organ: Title;
                                    readonly from: string;
                                    readonly until?: string;
                                }[];
                                readonly mayCare: readonly {
                                    /** Format: uuid */
                                    readonly person: string;
                                    readonly post: string;
                                    readonly organ: string;
                                    readonly name: string;
                                    /** Format: title */
                                    readonly postTitle: Title;
                                    /** Format: title */
                                    readonly organTitle: Title;
                                }[];
                            };
                            /** @description Corrections that wait for an answer */
                            readonly requests: readonly {
                                /** Format: uuid */
                                readonly id: string;
                                readonly field: string;
                                /** @description Numbers masked */
                                readonly value: string;
                                /** @description Asked by the resident; otherwise by who goes from door to door */
                                readonly bySelf: boolean;
                                readonly by: string;
                                readonly at: number;
                            }[];
                            readonly looks: readonly {
                                readonly field: string;
                                readonly reason: string;
                                readonly by: string;
                                /** Format: title */
                                readonly organ: Title;
                                /** Format: title */
                                readonly post: Title;
                                readonly at: number;
                            }[];
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/registry/residents/{community}/{id}/reveal": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 看完整号码 / A number shown whole, for a reason that is kept */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly community: string;
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        /** @enum {string} */
                        readonly field: "identity" | "phone";
                        readonly reason: string;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly value: string;
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/registry/buildings/{community}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 楼栋 / Buildings, with homes, residents, other names and changes */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly community: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            /** @description Whether this reader keeps the registry of the whole community */
                            readonly mayChange: boolean;
                            readonly buildings: readonly {
                                readonly compound: string;
                                readonly building: string;
                                /** @description First day on which it stood */
                                readonly openedOn?: string;
                                /** @description Last day on which it stood */
                                readonly closedOn?: string;
                                /**
                                 * Format: title
                                 * @description The community in which it lies now
                                 */
                                readonly handedTo?: Title;
                                /** @description That stand */
                                readonly homes: number;
                                /** @description Who live there now */
                                readonly residents: number;
                                readonly grids: readonly {
                                    readonly id: string;
                                    /** Format: title */
                                    readonly title: Title;
                                }[];
                            }[];
                            /** @description Other ways in which people write them */
                            readonly names: readonly {
                                /** @enum {string} */
                                readonly level: "compound" | "building";
                                /** @description The compound of a building */
                                readonly within: string;
                                readonly said: string;
                                readonly means: string;
                            }[];
                            readonly changes: readonly {
                                /** Format: uuid */
                                readonly id: string;
                                /** @enum {string} */
                                readonly kind: "opened" | "torn-down" | "renamed";
                                readonly compound: string;
                                /** @description Empty for a whole compound */
                                readonly building: string;
                                readonly to?: {
                                    readonly compound: string;
                                    readonly building: string;
                                };
                                readonly day: string;
                                /** @description Closed by it */
                                readonly homes: number;
                                /** @description Whose stay ended with it */
                                readonly residents: number;
                                readonly by: string;
                                readonly at: number;
                                readonly undone: boolean;
                            }[];
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly put?: never;
        /** 登记楼栋变动 / A building built, torn down, or called otherwise */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly community: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        /**
                         * @description Tells what it would touch, and writes nothing
                         * @default false
                         */
                        readonly preview?: boolean;
                        readonly change: {
                            /** @enum {string} */
                            readonly kind: "opened" | "torn-down";
                            readonly at: {
                                readonly compound: string;
                                readonly building: string;
                            };
                            /** @description YYYY-MM-DD, not in the future */
                            readonly day: string;
                        } | {
                            /** @enum {string} */
                            readonly kind: "renamed";
                            readonly from: {
                                readonly compound: string;
                                readonly building?: string;
                            };
                            /** @description The name of the compound, or of the building within its compound */
                            readonly to: string;
                        };
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly buildings: number;
                            readonly homes: number;
                            readonly residents: number;
                            /** @description Doors that stood under both names */
                            readonly merged: number;
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/registry/buildings/{community}/doors": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 一栋楼的门户 / The doors of one building */
        readonly get: {
            readonly parameters: {
                readonly query: {
                    readonly compound: string;
                    readonly building: string;
                };
                readonly header?: never;
                readonly path: {
                    readonly community: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly doors: readonly {
                                /** Format: uuid */
                                readonly id: string;
                                readonly unit: string;
                                readonly number: string;
                                readonly residents: number;
                                readonly risk?: string;
                                readonly visitedAt?: number;
                            }[];
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/registry/buildings/{community}/changes/{id}/undo": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 撤销拆除登记 / A tear-down taken back */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly community: string;
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly buildings: number;
                            readonly homes: number;
                            readonly residents: number;
                            /** @description Doors that stood under both names */
                            readonly merged: number;
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/registry/residents/{community}/{id}/correct": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 更正登记 / Put values right */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly community: string;
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        /** @description Of the resident as it was read */
                        readonly version: number;
                        /**
                         * @description From whom the office knows it
                         * @enum {string}
                         */
                        readonly source: "told" | "document" | "visit" | "authority";
                        readonly name?: string;
                        /** @description Empty takes it away */
                        readonly identity?: string;
                        /** @description Empty takes it away */
                        readonly phone?: string;
                        /** @enum {string} */
                        readonly relation?: "head" | "family" | "tenant" | "owner" | "away" | "other";
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly community: string;
                            /** Format: title */
                            readonly communityTitle: Title;
                            readonly id: string;
                            readonly name: string;
                            /** @description Masked */
                            readonly identity?: string;
                            /** @description Masked */
                            readonly phone?: string;
                            readonly bornYear?: number;
                            /** @enum {string} */
                            readonly sex?: "female" | "male";
                            /** @description Home of today; absent for who has left */
                            readonly address?: string;
                            readonly relation?: string;
                            /** Format: title */
                            readonly grid?: Title;
                            /** @description Goes back with a change: another one in between refuses it */
                            readonly version: number;
                            readonly erasedAt?: number;
                            /**
                             * Format: uuid
                             * @description The resident who stands for this one
                             */
                            readonly mergedInto?: string;
                            /** @description Whether this reader may have numbers shown whole */
                            readonly mayReveal: boolean;
                            /** @description Whether this reader keeps the registry of the whole community */
                            readonly mayChange: boolean;
                            readonly homes: readonly {
                                readonly address: string;
                                readonly relation: string;
                                readonly from: string;
                                /** @description The last day */
                                readonly until?: string;
                            }[];
                            readonly changes: readonly {
                                readonly field: string;
                                readonly source: string;
                                /** @description What it was; numbers masked */
                                readonly former?: string;
                                readonly reason?: string;
                                readonly by?: string;
                                readonly at: number;
                            }[];
                            /** @description Absent where the charter names none */
                            readonly groups?: {
                                readonly rows: readonly {
                                    /** Format: title */
                                    readonly title: Title;
                                    /**
                                     * Format: uuid
                                     * @description Absent where a rule tells
                                     */
                                    readonly id?: string;
                                    readonly from?: string;
                                    /** @description The last day */
                                    readonly until?: string;
                                    readonly source?: string;
                                    readonly reason?: string;
                                    readonly by?: string;
                                    readonly at?: number;
                                }[];
                                /** @description Groups that this reader may see after saying why; whether the resident is in any is not told */
                                readonly sensitive: readonly Title[];
                                readonly maySet: readonly {
                                    readonly id: string;
                                    /** Format: title */
                                    readonly title: Title;
                                    readonly sensitive: boolean;
                                }[];
                                /** @description Who looks after them; the last first */
                                readonly carers: readonly {
                                    readonly name: string;
                                    /** Format: title */
                                    readonly post: Title;
                                    /** Format: title */
                                    readonly organ: Title;
                                    readonly from: string;
                                    readonly until?: string;
                                }[];
                                readonly mayCare: readonly {
                                    /** Format: uuid */
                                    readonly person: string;
                                    readonly post: string;
                                    readonly organ: string;
                                    readonly name: string;
                                    /** Format: title */
                                    readonly postTitle: Title;
                                    /** Format: title */
                                    readonly organTitle: Title;
                                }[];
                            };
                            /** @description Corrections that wait for an answer */
                            readonly requests: readonly {
                                /** Format: uuid */
                                readonly id: string;
                                readonly field: string;
                                /** @description Numbers masked */
                                readonly value: string;
                                /** @description Asked by the resident; otherwise by who goes from door to door */
                                readonly bySelf: boolean;
                                readonly by: string;
                                readonly at: number;
                            }[];
                            readonly looks: readonly {
                                readonly field: string;
                                readonly reason: string;
                                readonly by: string;
                                /** Format: title */
                                readonly organ: Title;
                                /** Format: title */
                                readonly post: Title;
                                readonly at: number;
                            }[];
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/registry/residents/{community}/{id}/leave": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 登记搬走 / They have left */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly community: string;
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        /** @description Of the resident as it was read */
                        readonly version: number;
                        /**
                         * @description From whom the office knows it
                         * @enum {string}
                         */
                        readonly source: "told" | "document" | "visit" | "authority";
                        /** @description YYYY-MM-DD, not in the future */
                        readonly day: string;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly community: string;
                            /** Format: title */
                            readonly communityTitle: Title;
                            readonly id: string;
                            readonly name: string;
                            /** @description Masked */
                            readonly identity?: string;
                            /** @description Masked */
                            readonly phone?: string;
                            readonly bornYear?: number;
                            /** @enum {string} */
                            readonly sex?: "female" | "male";
                            /** @description Home of today; absent for who has left */
                            readonly address?: string;
                            readonly relation?: string;
                            /** Format: title */
                            readonly grid?: Title;
                            /** @description Goes back with a change: another one in between refuses it */
                            readonly version: number;
                            readonly erasedAt?: number;
                            /**
                             * Format: uuid
                             * @description The resident who stands for this one
                             */
                            readonly mergedInto?: string;
                            /** @description Whether this reader may have numbers shown whole */
                            readonly mayReveal: boolean;
                            /** @description Whether this reader keeps the registry of the whole community */
                            readonly mayChange: boolean;
                            readonly homes: readonly {
                                readonly address: string;
                                readonly relation: string;
                                readonly from: string;
                                /** @description The last day */
                                readonly until?: string;
                            }[];
                            readonly changes: readonly {
                                readonly field: string;
                                readonly source: string;
                                /** @description What it was; numbers masked */
                                readonly former?: string;
                                readonly reason?: string;
                                readonly by?: string;
                                readonly at: number;
                            }[];
                            /** @description Absent where the charter names none */
                            readonly groups?: {
                                readonly rows: readonly {
                                    /** Format: title */
                                    readonly title: Title;
                                    /**
                                     * Format: uuid
                                     * @description Absent where a rule tells
                                     */
                                    readonly id?: string;
                                    readonly from?: string;
                                    /** @description The last day */
                                    readonly until?: string;
                                    readonly source?: string;
                                    readonly reason?: string;
                                    readonly by?: string;
                                    readonly at?: number;
                                }[];
                                /** @description Groups that this reader may see after saying why; whether the resident is in any is not told */
                                readonly sensitive: readonly Title[];
                                readonly maySet: readonly {
                                    readonly id: string;
                                    /** Format: title */
                                    readonly title: Title;
                                    readonly sensitive: boolean;
                                }[];
                                /** @description Who looks after them; the last first */
                                readonly carers: readonly {
                                    readonly name: string;
                                    /** Format: title */
                                    readonly post: Title;
                                    /** Format: title */
                                    readonly organ: Title;
                                    readonly from: string;
                                    readonly until?: string;
                                }[];
                                readonly mayCare: readonly {
                                    /** Format: uuid */
                                    readonly person: string;
                                    readonly post: string;
                                    readonly organ: string;
                                    readonly name: string;
                                    /** Format: title */
                                    readonly postTitle: Title;
                                    /** Format: title */
                                    readonly organTitle: Title;
                                }[];
                            };
                            /** @description Corrections that wait for an answer */
                            readonly requests: readonly {
                                /** Format: uuid */
                                readonly id: string;
                                readonly field: string;
                                /** @description Numbers masked */
                                readonly value: string;
                                /** @description Asked by the resident; otherwise by who goes from door to door */
                                readonly bySelf: boolean;
                                readonly by: string;
                                readonly at: number;
                            }[];
                            readonly looks: readonly {
                                readonly field: string;
                                readonly reason: string;
                                readonly by: string;
                                /** Format: title */
                                readonly organ: Title;
                                /** Format: title */
                                readonly post: Title;
                                readonly at: number;
                            }[];
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/registry/residents/{community}/{id}/move": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 登记搬家 / They live in another home */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly community: string;
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        /** @description Of the resident as it was read */
                        readonly version: number;
                        /**
                         * @description From whom the office knows it
                         * @enum {string}
                         */
                        readonly source: "told" | "document" | "visit" | "authority";
                        readonly address: string;
                        /**
                         * @description The home is one that the registry does not know yet
                         * @default false
                         */
                        readonly isNew?: boolean;
                        /** @description YYYY-MM-DD, not in the future */
                        readonly day: string;
                        /** @enum {string} */
                        readonly relation: "head" | "family" | "tenant" | "owner" | "away" | "other";
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly community: string;
                            /** Format: title */
                            readonly communityTitle: Title;
                            readonly id: string;
                            readonly name: string;
                            /** @description Masked */
                            readonly identity?: string;
                            /** @description Masked */
                            readonly phone?: string;
                            readonly bornYear?: number;
                            /** @enum {string} */
                            readonly sex?: "female" | "male";
                            /** @description Home of today; absent for who has left */
                            readonly address?: string;
                            readonly relation?: string;
                            /** Format: title */
                            readonly grid?: Title;
                            /** @description Goes back with a change: another one in between refuses it */
                            readonly version: number;
                            readonly erasedAt?: number;
                            /**
                             * Format: uuid
                             * @description The resident who stands for this one
                             */
                            readonly mergedInto?: string;
                            /** @description Whether this reader may have numbers shown whole */
                            readonly mayReveal: boolean;
                            /** @description Whether this reader keeps the registry of the whole community */
                            readonly mayChange: boolean;
                            readonly homes: readonly {
                                readonly address: string;
                                readonly relation: string;
                                readonly from: string;
                                /** @description The last day */
                                readonly until?: string;
                            }[];
                            readonly changes: readonly {
                                readonly field: string;
                                readonly source: string;
                                /** @description What it was; numbers masked */
                                readonly former?: string;
                                readonly reason?: string;
                                readonly by?: string;
                                readonly at: number;
                            }[];
                            /** @description Absent where the charter names none */
                            readonly groups?: {
                                readonly rows: readonly {
                                    /** Format: title */
                                    readonly title: Title;
                                    /**
                                     * Format: uuid
                                     * @description Absent where a rule tells
                                     */
                                    readonly id?: string;
                                    readonly from?: string;
                                    /** @description The last day */
                                    readonly until?: string;
                                    readonly source?: string;
                                    readonly reason?: string;
                                    readonly by?: string;
                                    readonly at?: number;
                                }[];
                                /** @description Groups that this reader may see after saying why; whether the resident is in any is not told */
                                readonly sensitive: readonly Title[];
                                readonly maySet: readonly {
                                    readonly id: string;
                                    /** Format: title */
                                    readonly title: Title;
                                    readonly sensitive: boolean;
                                }[];
                                /** @description Who looks after them; the last first */
                                readonly carers: readonly {
                                    readonly name: string;
                                    /** Format: title */
                                    readonly post: Title;
                                    /** Format: title */
                                    readonly organ: Title;
                                    readonly from: string;
                                    readonly until?: string;
                                }[];
                                readonly mayCare: readonly {
                                    /** Format: uuid */
                                    readonly person: string;
                                    readonly post: string;
                                    readonly organ: string;
                                    readonly name: string;
                                    /** Format: title */
                                    readonly postTitle: Title;
                                    /** Format: title */
                                    readonly organTitle: Title;
                                }[];
                            };
                            /** @description Corrections that wait for an answer */
                            readonly requests: readonly {
                                /** Format: uuid */
                                readonly id: string;
                                readonly field: string;
                                /** @description Numbers masked */
                                readonly value: string;
                                /** @description Asked by the resident; otherwise by who goes from door to door */
                                readonly bySelf: boolean;
                                readonly by: string;
                                readonly at: number;
                            }[];
                            readonly looks: readonly {
                                readonly field: string;
                                readonly reason: string;
                                readonly by: string;
                                /** Format: title */
                                readonly organ: Title;
                                /** Format: title */
                                readonly post: Title;
                                readonly at: number;
                            }[];
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/registry/residents/{community}/{id}/erase": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 按本人要求删除 / Erase on request */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly community: string;
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        /** @description Of the resident as it was read */
                        readonly version: number;
                        /**
                         * @description From whom the office knows it
                         * @enum {string}
                         */
                        readonly source: "told" | "document" | "visit" | "authority";
                        readonly reason: string;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly community: string;
                            /** Format: title */
                            readonly communityTitle: Title;
                            readonly id: string;
                            readonly name: string;
                            /** @description Masked */
                            readonly identity?: string;
                            /** @description Masked */
                            readonly phone?: string;
                            readonly bornYear?: number;
                            /** @enum {string} */
                            readonly sex?: "female" | "male";
                            /** @description Home of today; absent for who has left */
                            readonly address?: string;
                            readonly relation?: string;
                            /** Format: title */
                            readonly grid?: Title;
                            /** @description Goes back with a change: another one in between refuses it */
                            readonly version: number;
                            readonly erasedAt?: number;
                            /**
                             * Format: uuid
                             * @description The resident who stands for this one
                             */
                            readonly mergedInto?: string;
                            /** @description Whether this reader may have numbers shown whole */
                            readonly mayReveal: boolean;
                            /** @description Whether this reader keeps the registry of the whole community */
                            readonly mayChange: boolean;
                            readonly homes: readonly {
                                readonly address: string;
                                readonly relation: string;
                                readonly from: string;
                                /** @description The last day */
                                readonly until?: string;
                            }[];
                            readonly changes: readonly {
                                readonly field: string;
                                readonly source: string;
                                /** @description What it was; numbers masked */
                                readonly former?: string;
                                readonly reason?: string;
                                readonly by?: string;
                                readonly at: number;
                            }[];
                            /** @description Absent where the charter names none */
                            readonly groups?: {
                                readonly rows: readonly {
                                    /** Format: title */
                                    readonly title: Title;
                                    /**
                                     * Format: uuid
                                     * @description Absent where a rule tells
                                     */
                                    readonly id?: string;
                                    readonly from?: string;
                                    /** @description The last day */
                                    readonly until?: string;
                                    readonly source?: string;
                                    readonly reason?: string;
                                    readonly by?: string;
                                    readonly at?: number;
                                }[];
                                /** @description Groups that this reader may see after saying why; whether the resident is in any is not told */
                                readonly sensitive: readonly Title[];
                                readonly maySet: readonly {
                                    readonly id: string;
                                    /** Format: title */
                                    readonly title: Title;
                                    readonly sensitive: boolean;
                                }[];
                                /** @description Who looks after them; the last first */
                                readonly carers: readonly {
                                    readonly name: string;
                                    /** Format: title */
                                    readonly post: Title;
                                    /** Format: title */
                                    readonly organ: Title;
                                    readonly from: string;
                                    readonly until?: string;
                                }[];
                                readonly mayCare: readonly {
                                    /** Format: uuid */
                                    readonly person: string;
                                    readonly post: string;
                                    readonly organ: string;
                                    readonly name: string;
                                    /** Format: title */
                                    readonly postTitle: Title;
                                    /** Format: title */
                                    readonly organTitle: Title;
                                }[];
                            };
                            /** @description Corrections that wait for an answer */
                            readonly requests: readonly {
                                /** Format: uuid */
                                readonly id: string;
                                readonly field: string;
                                /** @description Numbers masked */
                                readonly value: string;
                                /** @description Asked by the resident; otherwise by who goes from door to door */
                                readonly bySelf: boolean;
                                readonly by: string;
                                readonly at: number;
                            }[];
                            readonly looks: readonly {
                                readonly field: string;
                                readonly reason: string;
                                readonly by: string;
                                /** Format: title */
                                readonly organ: Title;
                                /** Format: title */
                                readonly post: Title;
                                readonly at: number;
                            }[];
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/registry/residents/{community}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 登记一个人 / Write down somebody new */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly community: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        /**
                         * @description From whom the office knows it
                         * @enum {string}
                         */
                        readonly source: "told" | "document" | "visit" | "authority";
                        readonly name: string;
                        /**
                         * @description Empty takes it away
                         * @default
                         */
                        readonly identity?: string;
                        /**
                         * @description Empty takes it away
                         * @default
                         */
                        readonly phone?: string;
                        readonly address: string;
                        /**
                         * @description The home is one that the registry does not know yet
                         * @default false
                         */
                        readonly isNew?: boolean;
                        /** @enum {string} */
                        readonly relation: "head" | "family" | "tenant" | "owner" | "away" | "other";
                        /** @description YYYY-MM-DD, not in the future */
                        readonly day: string;
                        /**
                         * @description Why somebody who asked to be erased is registered again
                         * @default
                         */
                        readonly again?: string;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            /** Format: uuid */
                            readonly id: string;
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/registry/requests": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 等答复的更正 / Corrections that wait */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly rows: readonly {
                                readonly community: string;
                                /** Format: uuid */
                                readonly resident: string;
                                readonly name: string;
                                readonly field: string;
                                readonly bySelf: boolean;
                                readonly at: number;
                            }[];
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/registry/residents/{community}/{id}/propose": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 提出更正 / Say what is wrong */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly community: string;
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        /** @enum {string} */
                        readonly field: "name" | "identity" | "phone" | "relation";
                        readonly value: string;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            /** @enum {boolean} */
                            readonly taken: true;
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/registry/residents/{community}/{id}/requests/{request}/accept": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 同意更正 / Accept a correction */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly community: string;
                    readonly id: string;
                    readonly request: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        /** @description Of the resident as it was read */
                        readonly version: number;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly community: string;
                            /** Format: title */
                            readonly communityTitle: Title;
                            readonly id: string;
                            readonly name: string;
                            /** @description Masked */
                            readonly identity?: string;
                            /** @description Masked */
                            readonly phone?: string;
                            readonly bornYear?: number;
                            /** @enum {string} */
                            readonly sex?: "female" | "male";
                            /** @description Home of today; absent for who has left */
                            readonly address?: string;
                            readonly relation?: string;
                            /** Format: title */
                            readonly grid?: Title;
                            /** @description Goes back with a change: another one in between refuses it */
                            readonly version: number;
                            readonly erasedAt?: number;
                            /**
                             * Format: uuid
                             * @description The resident who stands for this one
                             */
                            readonly mergedInto?: string;
                            /** @description Whether this reader may have numbers shown whole */
                            readonly mayReveal: boolean;
                            /** @description Whether this reader keeps the registry of the whole community */
                            readonly mayChange: boolean;
                            readonly homes: readonly {
                                readonly address: string;
                                readonly relation: string;
                                readonly from: string;
                                /** @description The last day */
                                readonly until?: string;
                            }[];
                            readonly changes: readonly {
                                readonly field: string;
                                readonly source: string;
                                /** @description What it was; numbers masked */
                                readonly former?: string;
                                readonly reason?: string;
                                readonly by?: string;
                                readonly at: number;
                            }[];
                            /** @description Absent where the charter names none */
                            readonly groups?: {
                                readonly rows: readonly {
                                    /** Format: title */
                                    readonly title: Title;
                                    /**
                                     * Format: uuid
                                     * @description Absent where a rule tells
                                     */
                                    readonly id?: string;
                                    readonly from?: string;
                                    /** @description The last day */
                                    readonly until?: string;
                                    readonly source?: string;
                                    readonly reason?: string;
                                    readonly by?: string;
                                    readonly at?: number;
                                }[];
                                /** @description Groups that this reader may see after saying why; whether the resident is in any is not told */
                                readonly sensitive: readonly Title[];
                                readonly maySet: readonly {
                                    readonly id: string;
                                    /** Format: title */
                                    readonly title: Title;
                                    readonly sensitive: boolean;
                                }[];
                                /** @description Who looks after them; the last first */
                                readonly carers: readonly {
                                    readonly name: string;
                                    /** Format: title */
                                    readonly post: Title;
                                    /** Format: title */
                                    readonly organ: Title;
                                    readonly from: string;
                                    readonly until?: string;
                                }[];
                                readonly mayCare: readonly {
                                    /** Format: uuid */
                                    readonly person: string;
                                    readonly post: string;
                                    readonly organ: string;
                                    readonly name: string;
                                    /** Format: title */
                                    readonly postTitle: Title;
                                    /** Format: title */
                                    readonly organTitle: Title;
                                }[];
                            };
                            /** @description Corrections that wait for an answer */
                            readonly requests: readonly {
                                /** Format: uuid */
                                readonly id: string;
                                readonly field: string;
                                /** @description Numbers masked */
                                readonly value: string;
                                /** @description Asked by the resident; otherwise by who goes from door to door */
                                readonly bySelf: boolean;
                                readonly by: string;
                                readonly at: number;
                            }[];
                            readonly looks: readonly {
                                readonly field: string;
                                readonly reason: string;
                                readonly by: string;
                                /** Format: title */
                                readonly organ: Title;
                                /** Format: title */
                                readonly post: Title;
                                readonly at: number;
                            }[];
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/registry/residents/{community}/{id}/requests/{request}/refuse": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 不同意更正 / Refuse a correction */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly community: string;
                    readonly id: string;
                    readonly request: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        /** @description Of the resident as it was read */
                        readonly version: number;
                        readonly reason: string;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly community: string;
                            /** Format: title */
                            readonly communityTitle: Title;
                            readonly id: string;
                            readonly name: string;
                            /** @description Masked */
                            readonly identity?: string;
                            /** @description Masked */
                            readonly phone?: string;
                            readonly bornYear?: number;
                            /** @enum {string} */
                            readonly sex?: "female" | "male";
                            /** @description Home of today; absent for who has left */
                            readonly address?: string;
                            readonly relation?: string;
                            /** Format: title */
                            readonly grid?: Title;
                            /** @description Goes back with a change: another one in between refuses it */
                            readonly version: number;
                            readonly erasedAt?: number;
                            /**
                             * Format: uuid
                             * @description The resident who stands for this one
                             */
                            readonly mergedInto?: string;
                            /** @description Whether this reader may have numbers shown whole */
                            readonly mayReveal: boolean;
                            /** @description Whether this reader keeps the registry of the whole community */
                            readonly mayChange: boolean;
                            readonly homes: readonly {
                                readonly address: string;
                                readonly relation: string;
                                readonly from: string;
                                /** @description The last day */
                                readonly until?: string;
                            }[];
                            readonly changes: readonly {
                                readonly field: string;
                                readonly source: string;
                                /** @description What it was; numbers masked */
                                readonly former?: string;
                                readonly reason?: string;
                                readonly by?: string;
                                readonly at: number;
                            }[];
                            /** @description Absent where the charter names none */
                            readonly groups?: {
                                readonly rows: readonly {
                                    /** Format: title */
                                    readonly title: Title;
                                    /**
                                     * Format: uuid
                                     * @description Absent where a rule tells
                                     */
                                    readonly id?: string;
                                    readonly from?: string;
                                    /** @description The last day */
                                    readonly until?: string;
                                    readonly source?: string;
                                    readonly reason?: string;
                                    readonly by?: string;
                                    readonly at?: number;
                                }[];
                                /** @description Groups that this reader may see after saying why; whether the resident is in any is not told */
                                readonly sensitive: readonly Title[];
                                readonly maySet: readonly {
                                    readonly id: string;
                                    /** Format: title */
                                    readonly title: Title;
                                    readonly sensitive: boolean;
                                }[];
                                /** @description Who looks after them; the last first */
                                readonly carers: readonly {
                                    readonly name: string;
                                    /** Format: title */
                                    readonly post: Title;
                                    /** Format: title */
                                    readonly organ: Title;
                                    readonly from: string;
                                    readonly until?: string;
                                }[];
                                readonly mayCare: readonly {
                                    /** Format: uuid */
                                    readonly person: string;
                                    readonly post: string;
                                    readonly organ: string;
                                    readonly name: string;
                                    /** Format: title */
                                    readonly postTitle: Title;
                                    /** Format: title */
                                    readonly organTitle: Title;
                                }[];
                            };
                            /** @description Corrections that wait for an answer */
                            readonly requests: readonly {
                                /** Format: uuid */
                                readonly id: string;
                                readonly field: string;
                                /** @description Numbers masked */
                                readonly value: string;
                                /** @description Asked by the resident; otherwise by who goes from door to door */
                                readonly bySelf: boolean;
                                readonly by: string;
                                readonly at: number;
                            }[];
                            readonly looks: readonly {
                                readonly field: string;
                                readonly reason: string;
                                readonly by: string;
                                /** Format: title */
                                readonly organ: Title;
                                /** Format: title */
                                readonly post: Title;
                                readonly at: number;
                            }[];
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/registry/residents/{community}/{id}/groups": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 登记人群 / Put in a group */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly community: string;
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        /** @description Of the resident as it was read */
                        readonly version: number;
                        /**
                         * @description From whom the office knows it
                         * @enum {string}
                         */
                        readonly source: "told" | "document" | "visit" | "authority";
                        /** @description YYYY-MM-DD, not in the future */
                        readonly day: string;
                        readonly group: string;
                        readonly reason: string;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly community: string;
                            /** Format: title */
                            readonly communityTitle: Title;
                            readonly id: string;
                            readonly name: string;
                            /** @description Masked */
                            readonly identity?: string;
                            /** @description Masked */
                            readonly phone?: string;
                            readonly bornYear?: number;
                            /** @enum {string} */
                            readonly sex?: "female" | "male";
                            /** @description Home of today; absent for who has left */
                            readonly address?: string;
                            readonly relation?: string;
                            /** Format: title */
                            readonly grid?: Title;
                            /** @description Goes back with a change: another one in between refuses it */
                            readonly version: number;
                            readonly erasedAt?: number;
                            /**
                             * Format: uuid
                             * @description The resident who stands for this one
                             */
                            readonly mergedInto?: string;
                            /** @description Whether this reader may have numbers shown whole */
                            readonly mayReveal: boolean;
                            /** @description Whether this reader keeps the registry of the whole community */
                            readonly mayChange: boolean;
                            readonly homes: readonly {
                                readonly address: string;
                                readonly relation: string;
                                readonly from: string;
                                /** @description The last day */
                                readonly until?: string;
                            }[];
                            readonly changes: readonly {
                                readonly field: string;
                                readonly source: string;
                                /** @description What it was; numbers masked */
                                readonly former?: string;
                                readonly reason?: string;
                                readonly by?: string;
                                readonly at: number;
                            }[];
                            /** @description Absent where the charter names none */
                            readonly groups?: {
                                readonly rows: readonly {
                                    /** Format: title */
                                    readonly title: Title;
                                    /**
                                     * Format: uuid
                                     * @description Absent where a rule tells
                                     */
                                    readonly id?: string;
                                    readonly from?: string;
                                    /** @description The last day */
                                    readonly until?: string;
                                    readonly source?: string;
                                    readonly reason?: string;
                                    readonly by?: string;
                                    readonly at?: number;
                                }[];
                                /** @description Groups that this reader may see after saying why; whether the resident is in any is not told */
                                readonly sensitive: readonly Title[];
                                readonly maySet: readonly {
                                    readonly id: string;
                                    /** Format: title */
                                    readonly title: Title;
                                    readonly sensitive: boolean;
                                }[];
                                /** @description Who looks after them; the last first */
                                readonly carers: readonly {
                                    readonly name: string;
                                    /** Format: title */
                                    readonly post: Title;
                                    /** Format: title */
                                    readonly organ: Title;
                                    readonly from: string;
                                    readonly until?: string;
                                }[];
                                readonly mayCare: readonly {
                                    /** Format: uuid */
                                    readonly person: string;
                                    readonly post: string;
                                    readonly organ: string;
                                    readonly name: string;
                                    /** Format: title */
                                    readonly postTitle: Title;
                                    /** Format: title */
                                    readonly organTitle: Title;
                                }[];
                            };
                            /** @description Corrections that wait for an answer */
                            readonly requests: readonly {
                                /** Format: uuid */
                                readonly id: string;
                                readonly field: string;
                                /** @description Numbers masked */
                                readonly value: string;
                                /** @description Asked by the resident; otherwise by who goes from door to door */
                                readonly bySelf: boolean;
                                readonly by: string;
                                readonly at: number;
                            }[];
                            readonly looks: readonly {
                                readonly field: string;
                                readonly reason: string;
                                readonly by: string;
                                /** Format: title */
                                readonly organ: Title;
                                /** Format: title */
                                readonly post: Title;
                                readonly at: number;
                            }[];
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/registry/residents/{community}/{id}/groups/{membership}/end": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 不再属于人群 / No longer in a group */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly community: string;
                    readonly id: string;
                    readonly membership: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        /** @description Of the resident as it was read */
                        readonly version: number;
                        /**
                         * @description From whom the office knows it
                         * @enum {string}
                         */
                        readonly source: "told" | "document" | "visit" | "authority";
                        /** @description YYYY-MM-DD, not in the future */
                        readonly day: string;
                        readonly reason: string;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly community: string;
                            /** Format: title */
                            readonly communityTitle: Title;
                            readonly id: string;
                            readonly name: string;
                            /** @description Masked */
                            readonly identity?: string;
                            /** @description Masked */
                            readonly phone?: string;
                            readonly bornYear?: number;
                            /** @enum {string} */
                            readonly sex?: "female" | "male";
                            /** @description Home of today; absent for who has left */
                            readonly address?: string;
                            readonly relation?: string;
                            /** Format: title */
                            readonly grid?: Title;
                            /** @description Goes back with a change: another one in between refuses it */
                            readonly version: number;
                            readonly erasedAt?: number;
                            /**
                             * Format: uuid
                             * @description The resident who stands for this one
                             */
                            readonly mergedInto?: string;
                            /** @description Whether this reader may have numbers shown whole */
                            readonly mayReveal: boolean;
                            /** @description Whether this reader keeps the registry of the whole community */
                            readonly mayChange: boolean;
                            readonly homes: readonly {
                                readonly address: string;
                                readonly relation: string;
                                readonly from: string;
                                /** @description The last day */
                                readonly until?: string;
                            }[];
                            readonly changes: readonly {
                                readonly field: string;
                                readonly source: string;
                                /** @description What it was; numbers masked */
                                readonly former?: string;
                                readonly reason?: string;
                                readonly by?: string;
                                readonly at: number;
                            }[];
                            /** @description Absent where the charter names none */
                            readonly groups?: {
                                readonly rows: readonly {
                                    /** Format: title */
                                    readonly title: Title;
                                    /**
                                     * Format: uuid
                                     * @description Absent where a rule tells
                                     */
                                    readonly id?: string;
                                    readonly from?: string;
                                    /** @description The last day */
                                    readonly until?: string;
                                    readonly source?: string;
                                    readonly reason?: string;
                                    readonly by?: string;
                                    readonly at?: number;
                                }[];
                                /** @description Groups that this reader may see after saying why; whether the resident is in any is not told */
                                readonly sensitive: readonly Title[];
                                readonly maySet: readonly {
                                    readonly id: string;
                                    /** Format: title */
                                    readonly title: Title;
                                    readonly sensitive: boolean;
                                }[];
                                /** @description Who looks after them; the last first */
                                readonly carers: readonly {
                                    readonly name: string;
                                    /** Format: title */
                                    readonly post: Title;
                                    /** Format: title */
                                    readonly organ: Title;
                                    readonly from: string;
                                    readonly until?: string;
                                }[];
                                readonly mayCare: readonly {
                                    /** Format: uuid */
                                    readonly person: string;
                                    readonly post: string;
                                    readonly organ: string;
                                    readonly name: string;
                                    /** Format: title */
                                    readonly postTitle: Title;
                                    /** Format: title */
                                    readonly organTitle: Title;
                                }[];
                            };
                            /** @description Corrections that wait for an answer */
                            readonly requests: readonly {
                                /** Format: uuid */
                                readonly id: string;
                                readonly field: string;
                                /** @description Numbers masked */
                                readonly value: string;
                                /** @description Asked by the resident; otherwise by who goes from door to door */
                                readonly bySelf: boolean;
                                readonly by: string;
                                readonly at: number;
                            }[];
                            readonly looks: readonly {
                                readonly field: string;
                                readonly reason: string;
                                readonly by: string;
                                /** Format: title */
                                readonly organ: Title;
                                /** Format: title */
                                readonly post: Title;
                                readonly at: number;
                            }[];
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/registry/residents/{community}/{id}/carer": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 结对帮扶 / Who looks after them */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly community: string;
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        /** @description Of the resident as it was read */
                        readonly version: number;
                        /**
                         * @description From whom the office knows it
                         * @enum {string}
                         */
                        readonly source: "told" | "document" | "visit" | "authority";
                        /** @description YYYY-MM-DD, not in the future */
                        readonly day: string;
                        /** @description Absent: nobody from that day on */
                        readonly seat?: {
                            /** Format: uuid */
                            readonly person: string;
                            readonly post: string;
                            readonly organ: string;
                        };
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly community: string;
                            /** Format: title */
                            readonly communityTitle: Title;
                            readonly id: string;
                            readonly name: string;
                            /** @description Masked */
                            readonly identity?: string;
                            /** @description Masked */
                            readonly phone?: string;
                            readonly bornYear?: number;
                            /** @enum {string} */
                            readonly sex?: "female" | "male";
                            /** @description Home of today; absent for who has left */
                            readonly address?: string;
                            readonly relation?: string;
                            /** Format: title */
                            readonly grid?: Title;
                            /** @description Goes back with a change: another one in between refuses it */
                            readonly version: number;
                            readonly erasedAt?: number;
                            /**
                             * Format: uuid
                             * @description The resident who stands for this one
                             */
                            readonly mergedInto?: string;
                            /** @description Whether this reader may have numbers shown whole */
                            readonly mayReveal: boolean;
                            /** @description Whether this reader keeps the registry of the whole community */
                            readonly mayChange: boolean;
                            readonly homes: readonly {
                                readonly address: string;
                                readonly relation: string;
                                readonly from: string;
                                /** @description The last day */
                                readonly until?: string;
                            }[];
                            readonly changes: readonly {
                                readonly field: string;
                                readonly source: string;
                                /** @description What it was; numbers masked */
                                readonly former?: string;
                                readonly reason?: string;
                                readonly by?: string;
                                readonly at: number;
                            }[];
                            /** @description Absent where the charter names none */
                            readonly groups?: {
                                readonly rows: readonly {
                                    /** Format: title */
                                    readonly title: Title;
                                    /**
                                     * Format: uuid
                                     * @description Absent where a rule tells
                                     */
                                    readonly id?: string;
                                    readonly from?: string;
                                    /** @description The last day */
                                    readonly until?: string;
                                    readonly source?: string;
                                    readonly reason?: string;
                                    readonly by?: string;
                                    readonly at?: number;
                                }[];
                                /** @description Groups that this reader may see after saying why; whether the resident is in any is not told */
                                readonly sensitive: readonly Title[];
                                readonly maySet: readonly {
                                    readonly id: string;
                                    /** Format: title */
                                    readonly title: Title;
                                    readonly sensitive: boolean;
                                }[];
                                /** @description Who looks after them; the last first */
                                readonly carers: readonly {
                                    readonly name: string;
                                    /** Format: title */
                                    readonly post: Title;
                                    /** Format: title */
                                    readonly organ: Title;
                                    readonly from: string;
                                    readonly until?: string;
                                }[];
                                readonly mayCare: readonly {
                                    /** Format: uuid */
                                    readonly person: string;
                                    readonly post: string;
                                    readonly organ: string;
                                    readonly name: string;
                                    /** Format: title */
                                    readonly postTitle: Title;
                                    /** Format: title */
                                    readonly organTitle: Title;
                                }[];
                            };
                            /** @description Corrections that wait for an answer */
                            readonly requests: readonly {
                                /** Format: uuid */
                                readonly id: string;
                                readonly field: string;
                                /** @description Numbers masked */
                                readonly value: string;
                                /** @description Asked by the resident; otherwise by who goes from door to door */
                                readonly bySelf: boolean;
                                readonly by: string;
                                readonly at: number;
                            }[];
                            readonly looks: readonly {
                                readonly field: string;
                                readonly reason: string;
                                readonly by: string;
                                /** Format: title */
                                readonly organ: Title;
                                /** Format: title */
                                readonly post: Title;
                                readonly at: number;
                            }[];
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/registry/residents/{community}/{id}/groups/look": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 看敏感人群 / Sensitive groups, for a reason that is kept */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly community: string;
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        readonly reason: string;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly rows: readonly {
                                /** Format: title */
                                readonly title: Title;
                                /**
                                 * Format: uuid
                                 * @description Absent where a rule tells
                                 */
                                readonly id?: string;
                                readonly from?: string;
                                /** @description The last day */
                                readonly until?: string;
                                readonly source?: string;
                                readonly reason?: string;
                                readonly by?: string;
                                readonly at?: number;
                            }[];
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/registry/exports": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 底数导出申请 / Exports asked for, and those that wait for me */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly rows: readonly {
                                readonly community: string;
                                /** Format: title */
                                readonly communityTitle: Title;
                                /** Format: uuid */
                                readonly id: string;
                                /** @description Stands on the file */
                                readonly n: number;
                                readonly grids: readonly Title[];
                                readonly columns: readonly string[];
                                readonly whole: readonly string[];
                                readonly purpose: string;
                                readonly asked: {
                                    readonly by: string;
                                    /** Format: title */
                                    readonly organ: Title;
                                    /** Format: title */
                                    readonly post: Title;
                                    readonly at: number;
                                };
                                readonly answered?: {
                                    readonly by: string;
                                    /** Format: title */
                                    readonly organ: Title;
                                    /** Format: title */
                                    readonly post: Title;
                                    readonly at: number;
                                    readonly approved: boolean;
                                    /** @description Until when it may be downloaded */
                                    readonly until?: number;
                                    readonly reason?: string;
                                };
                                /** @description How many today; told while it waits */
                                readonly residents?: number;
                                readonly copiesLeft: number;
                                readonly mayAnswer: boolean;
                                readonly mayTake: boolean;
                                readonly isOwn: boolean;
                            }[];
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly put?: never;
        /** 申请导出 / Ask for an export */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        readonly community: string;
                        /**
                         * @description Empty for the whole community
                         * @default []
                         */
                        readonly grids?: readonly string[];
                        readonly columns: readonly ("relation" | "grid" | "bornYear" | "sex" | "identity" | "phone")[];
                        /**
                         * @description Columns in which numbers stand whole; masked otherwise
                         * @default []
                         */
                        readonly whole?: readonly ("identity" | "phone")[];
                        /** @description Stands on the file and is shown to the residents */
                        readonly purpose: string;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            /** Format: uuid */
                            readonly id: string;
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/registry/exports/{community}/{id}/answer": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 批准或不批准 / Approve or refuse */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly community: string;
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        /** @enum {boolean} */
                        readonly approve: true;
                        readonly days: number;
                    } | {
                        /** @enum {boolean} */
                        readonly approve: false;
                        readonly reason: string;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            /** @enum {boolean} */
                            readonly taken: true;
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/registry/exports/{community}/{id}/file": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 下载一份 / Take a copy */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly community: string;
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        /** @enum {string} */
                        readonly format: "xlsx" | "csv";
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/registry/people": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 能看哪些社区的人口 / Communities whose figures this reader may know */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly rows: readonly {
                                readonly id: string;
                                /** Format: title */
                                readonly title: Title;
                            }[];
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/registry/people/{community}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 人口概况 / How many of each group live where */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly community: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly community: {
                                readonly id: string;
                                /** Format: title */
                                readonly title: Title;
                            };
                            /** @description No count below it is told to who may not see the rows */
                            readonly leastCount: number;
                            readonly grids: readonly {
                                readonly id: string;
                                /**
                                 * Format: title
                                 * @description Absent: in no grid yet
                                 */
                                readonly title?: Title;
                            }[];
                            readonly rows: readonly {
                                /** @description Absent: everybody */
                                readonly group?: string;
                                /** Format: title */
                                readonly title?: Title;
                                readonly sensitive: boolean;
                                readonly total: number | ("few" | "withheld");
                                readonly cells: readonly {
                                    readonly count: number | ("few" | "withheld");
                                    /** @description Whether this reader may see who it is */
                                    readonly open: boolean;
                                }[];
                            }[];
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/registry/people/{community}/csv": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 人口概况（表格）/ The same as CSV */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly community: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": string;
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/registry/people/{community}/list": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 一个数后面的人 / Who stands behind a figure */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly community: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        readonly group?: string;
                        readonly grid?: string;
                        /** @description Needed for a sensitive group; kept with each look */
                        readonly reason?: string;
                        /** Format: uuid */
                        readonly after?: string;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly rows: readonly {
                                readonly community: string;
                                /** Format: title */
                                readonly communityTitle: Title;
                                readonly id: string;
                                readonly name: string;
                                /** @description Masked */
                                readonly identity?: string;
                                /** @description Masked */
                                readonly phone?: string;
                                readonly bornYear?: number;
                                /** @enum {string} */
                                readonly sex?: "female" | "male";
                                /** @description Home of today; absent for who has left */
                                readonly address?: string;
                                readonly relation?: string;
                                /** Format: title */
                                readonly grid?: Title;
                            }[];
                            readonly next?: string;
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/registry/duplicates/{community}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 疑似重复 / Who may be one person, and merges that can be taken back */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly community: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly pairs: readonly {
                                readonly one: {
                                    readonly community: string;
                                    /** Format: title */
                                    readonly communityTitle: Title;
                                    readonly id: string;
                                    readonly name: string;
                                    /** @description Masked */
                                    readonly identity?: string;
                                    /** @description Masked */
                                    readonly phone?: string;
                                    readonly bornYear?: number;
                                    /** @enum {string} */
                                    readonly sex?: "female" | "male";
                                    /** @description Home of today; absent for who has left */
                                    readonly address?: string;
                                    readonly relation?: string;
                                    /** Format: title */
                                    readonly grid?: Title;
                                    /** @description Of the resident as it was read */
                                    readonly version: number;
                                };
                                readonly other: {
                                    readonly community: string;
                                    /** Format: title */
                                    readonly communityTitle: Title;
                                    readonly id: string;
                                    readonly name: string;
                                    /** @description Masked */
                                    readonly identity?: string;
                                    /** @description Masked */
                                    readonly phone?: string;
                                    readonly bornYear?: number;
                                    /** @enum {string} */
                                    readonly sex?: "female" | "male";
                                    /** @description Home of today; absent for who has left */
                                    readonly address?: string;
                                    readonly relation?: string;
                                    /** Format: title */
                                    readonly grid?: Title;
                                    /** @description Of the resident as it was read */
                                    readonly version: number;
                                };
                                readonly why: readonly ("phone" | "born-home" | "born-building" | "home" | "building")[];
                            }[];
                            readonly merges: readonly {
                                /** Format: uuid */
                                readonly id: string;
                                /** Format: uuid */
                                readonly kept: string;
                                readonly name: string;
                                readonly reason: string;
                                readonly by: string;
                                readonly at: number;
                                /** @description Not where somebody changed the resident since */
                                readonly undoable: boolean;
                            }[];
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/registry/duplicates/{community}/merge": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 合并 / Make two one */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly community: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        /** Format: uuid */
                        readonly keep: string;
                        /** Format: uuid */
                        readonly gone: string;
                        /** @description Of the resident as it was read */
                        readonly keepVersion: number;
                        /** @description Of the resident as it was read */
                        readonly goneVersion: number;
                        /**
                         * @description From whom the office knows it
                         * @enum {string}
                         */
                        readonly source: "told" | "document" | "visit" | "authority";
                        readonly reason: string;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            /**
                             * Format: uuid
                             * @description Of the merge, or of the resident that was kept
                             */
                            readonly id: string;
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/registry/duplicates/{community}/apart": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 不是同一个人 / They are two */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly community: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        /** Format: uuid */
                        readonly one: string;
                        /** Format: uuid */
                        readonly other: string;
                        readonly reason: string;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            /** @enum {boolean} */
                            readonly taken: true;
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/registry/duplicates/{community}/merges/{merge}/undo": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 撤销合并 / Take a merge back */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly community: string;
                    readonly merge: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        /**
                         * @description From whom the office knows it
                         * @enum {string}
                         */
                        readonly source: "told" | "document" | "visit" | "authority";
                        readonly reason: string;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            /**
                             * Format: uuid
                             * @description Of the merge, or of the resident that was kept
                             */
                            readonly id: string;
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/registry/buildings/{community}/ownership": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 一栋楼的面积和业主人数 / The area of a building, and how many heads own it */
        readonly get: {
            readonly parameters: {
                readonly query: {
                    readonly compound: string;
                    readonly building: string;
                };
                readonly header?: never;
                readonly path: {
                    readonly community: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            /** @description Of the homes that are measured, together */
                            readonly areaSquareCentimetres: number;
                            readonly homes: number;
                            /** @description Homes whose area is known */
                            readonly measured: number;
                            /** @description Homes whose owner is known */
                            readonly owned: number;
                            /** @description Owners as an assembly counts them: a home is one, who has several is one */
                            readonly heads: number;
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/registry/homes/{community}/{id}/owners": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 一户的业主 / Who owns a home, numbers masked */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly community: string;
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly area?: {
                                readonly squareCentimetres: number;
                                /** @enum {string} */
                                readonly basis: "registered" | "surveyed" | "contract";
                            };
                            readonly owners: readonly {
                                /** Format: uuid */
                                readonly id: string;
                                /** @description Empty where they were erased */
                                readonly name: string;
                                /** @description Identity number or credit code, masked */
                                readonly number?: string;
                                readonly share: {
                                    readonly top: number;
                                    readonly bottom: number;
                                };
                                readonly since: string;
                            }[];
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/organisations": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 单位的类型和网格 / Kinds and grids to choose from */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly rows: readonly {
                                readonly community: string;
                                /** Format: title */
                                readonly title: Title;
                                readonly mayChange: boolean;
                                readonly kinds: readonly {
                                    readonly id: string;
                                    /** Format: title */
                                    readonly title: Title;
                                    readonly codeNeeded: boolean;
                                    readonly qualified: boolean;
                                }[];
                                readonly grids: readonly {
                                    readonly id: string;
                                    /** Format: title */
                                    readonly title: Title;
                                }[];
                            }[];
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/organisations/search": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 查单位 / Find organisations by name, code or address */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        /**
                         * @description Name, code or address; empty lists all
                         * @default
                         */
                        readonly word?: string;
                        readonly kind?: string;
                        readonly grid?: string;
                        /** @default false */
                        readonly closed?: boolean;
                        readonly cursor?: string;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly rows: readonly {
                                readonly community: string;
                                /** Format: title */
                                readonly communityTitle: Title;
                                /** Format: uuid */
                                readonly id: string;
                                readonly kind: {
                                    readonly id: string;
                                    /** Format: title */
                                    readonly title: Title;
                                };
                                readonly name: string;
                                /** @description Unified social credit code (GB 32100) */
                                readonly code?: string;
                                readonly address: string;
                                readonly grid?: {
                                    readonly id: string;
                                    /** Format: title */
                                    readonly title: Title;
                                };
                                /** @description Masked */
                                readonly contact?: string;
                                /** @description Masked */
                                readonly phone?: string;
                                readonly qualification?: string;
                                /** @description Last day */
                                readonly qualifiedUntil?: string;
                                /** @description Last day on which it was there */
                                readonly closedOn?: string;
                            }[];
                            readonly next?: string;
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/organisations/{community}/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 一个单位 / One organisation, contacts masked */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly community: string;
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly community: string;
                            /** Format: title */
                            readonly communityTitle: Title;
                            /** Format: uuid */
                            readonly id: string;
                            readonly kind: {
                                readonly id: string;
                                /** Format: title */
                                readonly title: Title;
                            };
                            readonly name: string;
                            /** @description Unified social credit code (GB 32100) */
                            readonly code?: string;
                            readonly address: string;
                            readonly grid?: {
                                readonly id: string;
                                /** Format: title */
                                readonly title: Title;
                            };
                            /** @description Masked */
                            readonly contact?: string;
                            /** @description Masked */
                            readonly phone?: string;
                            readonly qualification?: string;
                            /** @description Last day */
                            readonly qualifiedUntil?: string;
                            /** @description Last day on which it was there */
                            readonly closedOn?: string;
                            /** @description Goes back with a change: another one in between refuses it */
                            readonly version: number;
                            readonly mayReveal: boolean;
                            readonly mayChange: boolean;
                            readonly changes: readonly {
                                readonly field: string;
                                readonly source: string;
                                /** @description What it was; contacts masked */
                                readonly former?: string;
                                readonly by?: string;
                                readonly at: number;
                            }[];
                            readonly looks: readonly {
                                readonly field: string;
                                readonly reason: string;
                                readonly by: string;
                                /** Format: title */
                                readonly organ: Title;
                                /** Format: title */
                                readonly post: Title;
                                readonly at: number;
                            }[];
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/organisations/{community}/{id}/reveal": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 看完整的联系人 / A contact shown whole, for a reason that is kept */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly community: string;
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        /** @enum {string} */
                        readonly field: "contact" | "phone";
                        readonly reason: string;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly value: string;
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/organisations/{community}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 登记一个单位 / Write down an organisation */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly community: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        /**
                         * @description From whom the office knows it
                         * @enum {string}
                         */
                        readonly source: "told" | "document" | "visit" | "authority";
                        readonly kind: string;
                        readonly name: string;
                        readonly code?: string;
                        readonly address: string;
                        /** @description Id or title; empty: where the homes of the building lie */
                        readonly grid?: string;
                        readonly contact?: string;
                        readonly phone?: string;
                        readonly qualification?: string;
                        readonly qualifiedUntil?: string;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            /** Format: uuid */
                            readonly id: string;
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/organisations/{community}/{id}/correct": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 更正单位 / Put values right */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly community: string;
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            /** @description What is left out stays; empty takes it away */
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        readonly kind?: string;
                        readonly name?: string;
                        readonly code?: string;
                        readonly address?: string;
                        /** @description Id or title; empty: where the homes of the building lie */
                        readonly grid?: string;
                        readonly contact?: string;
                        readonly phone?: string;
                        readonly qualification?: string;
                        readonly qualifiedUntil?: string;
                        /** @description Of the organisation as it was read */
                        readonly version: number;
                        /**
                         * @description From whom the office knows it
                         * @enum {string}
                         */
                        readonly source: "told" | "document" | "visit" | "authority";
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly community: string;
                            /** Format: title */
                            readonly communityTitle: Title;
                            /** Format: uuid */
                            readonly id: string;
                            readonly kind: {
                                readonly id: string;
                                /** Format: title */
                                readonly title: Title;
                            };
                            readonly name: string;
                            /** @description Unified social credit code (GB 32100) */
                            readonly code?: string;
                            readonly address: string;
                            readonly grid?: {
                                readonly id: string;
                                /** Format: title */
                                readonly title: Title;
                            };
                            /** @description Masked */
                            readonly contact?: string;
                            /** @description Masked */
                            readonly phone?: string;
                            readonly qualification?: string;
                            /** @description Last day */
                            readonly qualifiedUntil?: string;
                            /** @description Last day on which it was there */
                            readonly closedOn?: string;
                            /** @description Goes back with a change: another one in between refuses it */
                            readonly version: number;
                            readonly mayReveal: boolean;
                            readonly mayChange: boolean;
                            readonly changes: readonly {
                                readonly field: string;
                                readonly source: string;
                                /** @description What it was; contacts masked */
                                readonly former?: string;
                                readonly by?: string;
                                readonly at: number;
                            }[];
                            readonly looks: readonly {
                                readonly field: string;
                                readonly reason: string;
                                readonly by: string;
                                /** Format: title */
                                readonly organ: Title;
                                /** Format: title */
                                readonly post: Title;
                                readonly at: number;
                            }[];
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/organisations/{community}/{id}/close": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 登记关停 / It is there no more */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly community: string;
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        /** @description Of the organisation as it was read */
                        readonly version: number;
                        /**
                         * @description From whom the office knows it
                         * @enum {string}
                         */
                        readonly source: "told" | "document" | "visit" | "authority";
                        /** @description Last day, YYYY-MM-DD */
                        readonly day: string;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly community: string;
                            /** Format: title */
                            readonly communityTitle: Title;
                            /** Format: uuid */
                            readonly id: string;
                            readonly kind: {
                                readonly id: string;
                                /** Format: title */
                                readonly title: Title;
                            };
                            readonly name: string;
                            /** @description Unified social credit code (GB 32100) */
                            readonly code?: string;
                            readonly address: string;
                            readonly grid?: {
                                readonly id: string;
                                /** Format: title */
                                readonly title: Title;
                            };
                            /** @description Masked */
                            readonly contact?: string;
                            /** @description Masked */
                            readonly phone?: string;
                            readonly qualification?: string;
                            /** @description Last day */
                            readonly qualifiedUntil?: string;
                            /** @description Last day on which it was there */
                            readonly closedOn?: string;
                            /** @description Goes back with a change: another one in between refuses it */
                            readonly version: number;
                            readonly mayReveal: boolean;
                            readonly mayChange: boolean;
                            readonly changes: readonly {
                                readonly field: string;
                                readonly source: string;
                                /** @description What it was; contacts masked */
                                readonly former?: string;
                                readonly by?: string;
                                readonly at: number;
                            }[];
                            readonly looks: readonly {
                                readonly field: string;
                                readonly reason: string;
                                readonly by: string;
                                /** Format: title */
                                readonly organ: Title;
                                /** Format: title */
                                readonly post: Title;
                                readonly at: number;
                            }[];
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/grid/day": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 带走一天的活 / All that a day without a network needs */
        readonly get: {
            readonly parameters: {
                readonly query: {
                    /** @description The phone that it is taken onto */
                    readonly device: string;
                };
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            /** @description Erase everything on this phone and say so */
                            readonly wipe: boolean;
                            /** @description Epoch milliseconds, UTC */
                            readonly servedAt: number;
                            /** @description One for each community in which the asker goes from door to door */
                            readonly seats: readonly {
                                readonly community: {
                                    readonly id: string;
                                    readonly title: string;
                                };
                                readonly organ: {
                                    readonly id: string;
                                    readonly title: string;
                                };
                                readonly grids: readonly {
                                    readonly id: string;
                                    readonly title: string;
                                }[];
                                /** @description How long what was done may wait on the phone */
                                readonly mostOfflineDays: number;
                                /** @description The most urgent first */
                                readonly risks: readonly {
                                    readonly id: string;
                                    /** Format: title */
                                    readonly title: Title;
                                    readonly visitEveryDays: number;
                                }[];
                                readonly rounds: readonly {
                                    readonly id: string;
                                    /** Format: title */
                                    readonly title: Title;
                                    /** @enum {string} */
                                    readonly about: "home" | "grid" | "organisation";
                                    readonly fields: readonly {
                                        readonly name: string;
                                        /** Format: title */
                                        readonly title: Title;
                                        /** @enum {string} */
                                        readonly type: "text" | "long-text" | "choice" | "choices" | "yes-no" | "number" | "affair" | "place" | "location" | "photos" | "phone" | "organ" | "organs" | "matter" | "matters" | "figures" | "moment";
                                        readonly required: boolean;
                                        readonly sealed: boolean;
                                        /** @enum {string} */
                                        readonly audience: "public" | "parties" | "handlers";
                                        readonly most: number;
                                        readonly choices?: readonly {
                                            readonly value: string;
                                            /** Format: title */
                                            readonly title: Title;
                                            /**
                                             * Format: title
                                             * @description When to choose it
                                             */
                                            readonly hint?: Title;
                                        }[];
                                        /** Format: title */
                                        readonly hint?: Title;
                                    }[];
                                    /** @description The answer that says whether somebody was met, or let in */
                                    readonly met?: {
                                        readonly field: string;
                                        readonly is: readonly string[];
                                    };
                                    /** @description Of a checklist: names of its fields */
                                    readonly items?: readonly string[];
                                }[];
                                /** @description What may be begun without a network, each with its form */
                                readonly raises: readonly {
                                    readonly procedure: {
                                        readonly id: string;
                                        /** Format: title */
                                        readonly title: Title;
                                    };
                                    readonly form: readonly {
                                        readonly name: string;
                                        /** Format: title */
                                        readonly title: Title;
                                        /** @enum {string} */
                                        readonly type: "text" | "long-text" | "choice" | "choices" | "yes-no" | "number" | "affair" | "place" | "location" | "photos" | "phone" | "organ" | "organs" | "matter" | "matters" | "figures" | "moment";
                                        readonly required: boolean;
                                        readonly sealed: boolean;
                                        /** @enum {string} */
                                        readonly audience: "public" | "parties" | "handlers";
                                        readonly most: number;
                                        readonly choices?: readonly {
                                            readonly value: string;
                                            /** Format: title */
                                            readonly title: Title;
                                            /**
                                             * Format: title
                                             * @description When to choose it
                                             */
                                            readonly hint?: Title;
                                        }[];
                                        /** Format: title */
                                        readonly hint?: Title;
                                    }[];
                                    readonly grades: readonly {
                                        readonly value: string;
                                        /** Format: title */
                                        readonly title: Title;
                                        /**
                                         * Format: title
                                         * @description When to choose it
                                         */
                                        readonly hint?: Title;
                                    }[];
                                    /** @description Whether the urgency changes a limit: else it need not be asked */
                                    readonly byUrgency: boolean;
                                    /** @description The stages to come, told before one begins */
                                    readonly promise: readonly {
                                        /** Format: title */
                                        readonly title: Title;
                                        readonly limit?: {
                                            readonly amount: number;
                                            /** @enum {string} */
                                            readonly unit: "minutes" | "hours" | "days" | "workingMinutes" | "workingHours" | "workingDays";
                                        };
                                        readonly who: readonly Title[];
                                    }[];
                                    readonly mayOpen: boolean;
                                }[];
                                readonly homes: readonly {
                                    /** Format: uuid */
                                    readonly id: string;
                                    readonly grid: string;
                                    readonly address: string;
                                    readonly building: string;
                                    readonly unit: string;
                                    readonly number: string;
                                    readonly risk: string;
                                    /** @description Absent while nobody was met there */
                                    readonly visitedAt?: number;
                                    /** @description YYYY-MM-DD */
                                    readonly dueOn: string;
                                    readonly people: readonly {
                                        /** Format: uuid */
                                        readonly id: string;
                                        readonly name: string;
                                        readonly relation: string;
                                        readonly bornYear?: number;
                                        /** @enum {string} */
                                        readonly sex?: "female" | "male";
                                        /** @description Masked */
                                        readonly phone?: string;
                                    }[];
                                }[];
                                readonly organisations: readonly {
                                    /** Format: uuid */
                                    readonly id: string;
                                    readonly grid: string;
                                    readonly name: string;
                                    /** Format: title */
                                    readonly kind: Title;
                                    readonly address: string;
                                    /** @description Masked */
                                    readonly contact?: string;
                                    /** @description Masked */
                                    readonly phone?: string;
                                    /** @description The inspection that it gets */
                                    readonly round: string;
                                    /** @description Epoch milliseconds, UTC */
                                    readonly inspectedAt?: number;
                                    /** @description Last day of the period in which it is inspected once */
                                    readonly until: string;
                                    /** @description Inspected in this period */
                                    readonly done: boolean;
                                    /** @description Failed items that a matter still follows up */
                                    readonly openFaults: number;
                                }[];
                                readonly duties: readonly {
                                    readonly id: string;
                                    /** Format: title */
                                    readonly title: Title;
                                    /** @enum {string} */
                                    readonly counts: "days" | "homes" | "entries";
                                    /** @enum {string} */
                                    readonly per: "week" | "month" | "quarter";
                                    /** @description YYYY-MM-DD */
                                    readonly from: string;
                                    /** @description YYYY-MM-DD */
                                    readonly until: string;
                                    readonly done: number;
                                    readonly least: number;
                                }[];
                            }[];
                            readonly tasks: readonly {
                                readonly community: string;
                                /** Format: title */
                                readonly communityTitle: Title;
                                /** Format: uuid */
                                readonly id: string;
                                readonly number: string;
                                readonly version: number;
                                /** @enum {string} */
                                readonly sight: "public" | "parties" | "handlers";
                                readonly mine: boolean;
                                readonly procedure: {
                                    readonly id: string;
                                    /** Format: title */
                                    readonly title: Title;
                                };
                                readonly title: string;
                                /** @description The title is what somebody wrote; else the affair or the procedure, which may be told instead */
                                readonly written: boolean;
                                readonly affair?: {
                                    readonly id: string;
                                    /** Format: title */
                                    readonly title: Title;
                                    /** Format: title */
                                    readonly class: Title;
                                };
                                readonly urgency: {
                                    readonly value: string;
                                    /** Format: title */
                                    readonly title: Title;
                                    /**
                                     * Format: title
                                     * @description When to choose it
                                     */
                                    readonly hint?: Title;
                                };
                                readonly channel: string;
                                readonly places: readonly {
                                    readonly id: string;
                                    /** Format: title */
                                    readonly title: Title;
                                    readonly level: string;
                                }[];
                                /** @description Rounded to about 100 m */
                                readonly spot?: {
                                    readonly lat: number;
                                    readonly long: number;
                                };
                                /** @description Epoch milliseconds, UTC */
                                readonly openedAt: number;
                                /** @enum {string} */
                                readonly status: "open" | "ended";
                                readonly outcome?: string;
                                /** @description Epoch milliseconds, UTC */
                                readonly endedAt?: number;
                                readonly assignee?: {
                                    readonly id: string;
                                    /** Format: title */
                                    readonly title: Title;
                                };
                                readonly visit?: {
                                    readonly step: string;
                                    readonly n: number;
                                    readonly kind: string;
                                    /** @description Names on a demand are collected here: nothing is voted on, and the words for it are of signing */
                                    readonly signing?: boolean;
                                    readonly state: {
                                        readonly [key: string]: Json;
                                    };
                                };
                                /** @description What happens next, who must act, by when */
                                readonly next?: {
                                    /** Format: title */
                                    readonly title: Title;
                                    readonly who: readonly {
                                        /** Format: title */
                                        readonly organ?: Title;
                                        readonly titles: readonly Title[];
                                    }[];
                                    /** @description Epoch milliseconds, UTC */
                                    readonly dueAt?: number;
                                    readonly late: boolean;
                                };
                                /** @description Path of the page that tells its status to whoever holds the receipt */
                                readonly receipt?: string;
                                readonly stations: readonly {
                                    readonly id: string;
                                    /** Format: title */
                                    readonly title: Title;
                                    readonly kind: string;
                                    /** @enum {string} */
                                    readonly state: "done" | "here" | "to-come" | "skipped" | "late";
                                    readonly who: readonly Title[];
                                    /** @description Epoch milliseconds, UTC */
                                    readonly dueAt?: number;
                                    /** @description Epoch milliseconds, UTC */
                                    readonly enteredAt?: number;
                                    /** @description Epoch milliseconds, UTC */
                                    readonly leftAt?: number;
                                    readonly rules: readonly {
                                        /** Format: title */
                                        readonly law: Title;
                                        /** Format: title */
                                        readonly article: Title;
                                    }[];
                                    readonly outcome?: string;
                                    readonly visits: number;
                                    readonly branches: readonly {
                                        /** Format: title */
                                        readonly title: Title;
                                        /** @enum {string} */
                                        readonly state: "done" | "here" | "to-come" | "skipped" | "late";
                                        readonly outcome?: string;
                                    }[];
                                    readonly backTo: readonly {
                                        readonly id: string;
                                        readonly taken: boolean;
                                        readonly outcome: string;
                                    }[];
                                }[];
                                readonly record: readonly {
                                    readonly seq: number;
                                    readonly type: string;
                                    readonly step?: string;
                                    /** Format: title */
                                    readonly stepTitle?: Title;
                                    /** @description Names on a demand are collected here: nothing is voted on, and the words for it are of signing */
                                    readonly signing?: boolean;
                                    /**
                                     * Format: title
                                     * @description What the procedure itself calls what happened
                                     */
                                    readonly did?: Title;
                                    /** @description Epoch milliseconds, UTC */
                                    readonly at: number;
                                    readonly by: {
                                        /** @enum {string} */
                                        readonly role: "opener" | "person" | "post" | "system";
                                        /**
                                         * Format: title
                                         * @description What the procedure calls whoever opened it, of the opener
                                         */
                                        readonly called?: Title;
                                        /** Format: title */
                                        readonly post?: Title;
                                        /** Format: title */
                                        readonly organ?: Title;
                                        /** @description Surname and title, for those who may see it */
                                        readonly name?: string;
                                        readonly me?: boolean;
                                    };
                                    readonly data: {
                                        readonly [key: string]: Json;
                                    };
                                    /** @description What was chosen, and the papers spoken of, by their titles */
                                    readonly answers?: readonly {
                                        /** Format: title */
                                        readonly title: Title;
                                        readonly values: readonly Title[];
                                    }[];
                                    readonly said: readonly {
                                        readonly name: string;
                                        /** @enum {string} */
                                        readonly audience: "public" | "parties" | "handlers";
                                        /**
                                         * Format: json
                                         * @description Absent when erased, or masked until revealed
                                         */
                                        readonly value?: Json;
                                        /** @description What stands in place of a value that needs a reason to be seen */
                                        readonly masked?: string;
                                        readonly erased?: boolean;
                                    }[];
                                    readonly hash: string;
                                }[];
                                readonly head: string;
                                /** @description What can be printed: each with the event that it is written from */
                                readonly documents: readonly {
                                    /** @enum {string} */
                                    readonly kind: "notice" | "roll-sheet" | "minutes" | "result" | "appointment";
                                    readonly seq: number;
                                    /** @description Epoch milliseconds, UTC */
                                    readonly at: number;
                                    /** @description Whose it is */
                                    readonly of?: {
                                        readonly id: string;
                                        readonly title: string;
                                    };
                                }[];
                                readonly offers: readonly {
                                    readonly name: string;
                                    /** Format: title */
                                    readonly title: Title;
                                    /**
                                     * Format: title
                                     * @description Having done it, in words of the procedure’s own
                                     */
                                    readonly did?: Title;
                                    readonly main: boolean;
                                    readonly fields: readonly {
                                        readonly name: string;
                                        /** Format: title */
                                        readonly title: Title;
                                        /** @enum {string} */
                                        readonly type: "text" | "long-text" | "choice" | "choices" | "yes-no" | "number" | "affair" | "place" | "location" | "photos" | "phone" | "organ" | "organs" | "matter" | "matters" | "figures" | "moment";
                                        readonly required: boolean;
                                        readonly sealed: boolean;
                                        /** @enum {string} */
                                        readonly audience: "public" | "parties" | "handlers";
                                        readonly most: number;
                                        readonly choices?: readonly {
                                            readonly value: string;
                                            /** Format: title */
                                            readonly title: Title;
                                            /**
                                             * Format: title
                                             * @description When to choose it
                                             */
                                            readonly hint?: Title;
                                        }[];
                                        /** Format: title */
                                        readonly hint?: Title;
                                    }[];
                                    /** @description Why not now: the button is grey with this reason */
                                    readonly hindrance?: {
                                        /** @description From a closed list */
                                        readonly code: string;
                                        readonly message: string;
                                        readonly about?: string;
                                        readonly law?: string;
                                    };
                                    /** @description Answers that the record itself gives, to begin with */
                                    readonly initial?: {
                                        readonly [key: string]: Json;
                                    };
                                }[];
                                readonly parent?: {
                                    /** Format: uuid */
                                    readonly id: string;
                                    /** Format: title */
                                    readonly title: Title;
                                };
                                readonly children: readonly {
                                    /** Format: uuid */
                                    readonly id: string;
                                    /** Format: title */
                                    readonly title: Title;
                                    /**
                                     * Format: title
                                     * @description That was called in; absent of what somebody proposed
                                     */
                                    readonly organ?: Title;
                                    /**
                                     * Format: title
                                     * @description Where it stands, or how it ended
                                     */
                                    readonly step: Title;
                                    /** @description It waits for what this matter decides of it */
                                    readonly waiting: boolean;
                                    /** @enum {string} */
                                    readonly status: "open" | "ended";
                                    readonly outcome?: string;
                                    /** @description What the organ reported, joined into this matter */
                                    readonly answer?: string;
                                }[];
                                readonly joined: number;
                                readonly joinedByMe: boolean;
                                readonly rating?: {
                                    readonly contacted: boolean;
                                    readonly solved: boolean;
                                    readonly satisfied: string;
                                    /** @description Epoch milliseconds, UTC */
                                    readonly at: number;
                                    readonly by: string;
                                };
                                readonly exclusion?: {
                                    readonly status: string;
                                    readonly reason: string;
                                };
                                /** @description For dispatch; a person decides. It serves the place, and may have the power over the affair */
                                readonly suggestedOrgans: readonly {
                                    readonly id: string;
                                    /** Format: title */
                                    readonly title: Title;
                                    /** Format: title */
                                    readonly serves: Title;
                                    readonly hasPower: boolean;
                                }[];
                            }[];
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/grid/sync": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 交回做过的事 / What was done without a network, each once */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        /** Format: uuid */
                        readonly device: string;
                        /** @description What the clock of the phone says now */
                        readonly sentAt: number;
                        readonly items: readonly ({
                            /** @enum {string} */
                            readonly kind: "entry";
                            /**
                             * Format: uuid
                             * @description Made by the phone; repeating it never acts twice
                             */
                            readonly id: string;
                            /** @description By the clock of the phone, ms since 1970 */
                            readonly at: number;
                            readonly community: string;
                            readonly round: string;
                            readonly grid: string;
                            /** Format: uuid */
                            readonly home?: string;
                            /** Format: uuid */
                            readonly organisation?: string;
                            /** @description Answers by field name */
                            readonly answers: {
                                readonly [key: string]: Json;
                            };
                        } | {
                            /** @enum {string} */
                            readonly kind: "open";
                            /**
                             * Format: uuid
                             * @description Made by the phone; repeating it never acts twice
                             */
                            readonly id: string;
                            /** @description By the clock of the phone, ms since 1970 */
                            readonly at: number;
                            readonly community: string;
                            readonly procedure: string;
                            readonly place?: string;
                            readonly affair?: string;
                            /** @default normal */
                            readonly urgency?: string;
                            /**
                             * Format: uuid
                             * @description The entry from which it was raised
                             */
                            readonly entry?: string;
                            /** @description Answers by field name */
                            readonly input: {
                                readonly [key: string]: Json;
                            };
                        } | {
                            /** @enum {string} */
                            readonly kind: "act";
                            /**
                             * Format: uuid
                             * @description Made by the phone; repeating it never acts twice
                             */
                            readonly id: string;
                            /** @description By the clock of the phone, ms since 1970 */
                            readonly at: number;
                            readonly community: string;
                            /** Format: uuid */
                            readonly matter: string;
                            readonly visit?: {
                                readonly step: string;
                                readonly n: number;
                            };
                            readonly type: string;
                            /**
                             * @description Answers by field name
                             * @default {}
                             */
                            readonly input?: {
                                readonly [key: string]: Json;
                            };
                        })[];
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly wipe: boolean;
                            /** @description Epoch milliseconds, UTC */
                            readonly servedAt: number;
                            readonly results: readonly {
                                /** Format: uuid */
                                readonly id: string;
                                /** @enum {string} */
                                readonly status: "done" | "again" | "refused";
                                readonly refusal?: {
                                    /** @description From a closed list */
                                    readonly code: string;
                                    readonly message: string;
                                    readonly about?: string;
                                    readonly law?: string;
                                };
                                readonly remarks: readonly {
                                    readonly code: string;
                                    readonly message: string;
                                }[];
                                readonly matter?: {
                                    readonly community: string;
                                    /** Format: uuid */
                                    readonly id: string;
                                    readonly number: string;
                                };
                            }[];
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/grid/diary": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 民情日志 / What I did on these days */
        readonly get: {
            readonly parameters: {
                readonly query: {
                    /** @description YYYY-MM-DD */
                    readonly from: string;
                    /** @description YYYY-MM-DD */
                    readonly until: string;
                };
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly rows: readonly {
                                /** Format: uuid */
                                readonly id: string;
                                readonly community: string;
                                readonly round: string;
                                /** Format: title */
                                readonly title: Title;
                                readonly grid: {
                                    readonly id: string;
                                    readonly title: string;
                                };
                                readonly address?: string;
                                readonly met: boolean;
                                /** @description Epoch milliseconds, UTC */
                                readonly at: number;
                                /** @description YYYY-MM-DD */
                                readonly day: string;
                                /** @description Epoch milliseconds, UTC */
                                readonly receivedAt: number;
                                readonly answers: {
                                    readonly [key: string]: Json;
                                };
                                readonly matters: readonly string[];
                            }[];
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/grid/devices": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 我的手机 / Phones that hold my grids */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly rows: readonly {
                                /** Format: uuid */
                                readonly id: string;
                                readonly title: string;
                                /** @description Epoch milliseconds, UTC */
                                readonly createdAt: number;
                                /** @description Epoch milliseconds, UTC */
                                readonly seenAt: number;
                                /** @description Epoch milliseconds, UTC */
                                readonly wipeAskedAt?: number;
                                /** @description Epoch milliseconds, UTC */
                                readonly wipedAt?: number;
                            }[];
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly put?: never;
        /** 登记手机 / This phone is mine */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        /** Format: uuid */
                        readonly id: string;
                        readonly title: string;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            /** @enum {boolean} */
                            readonly done: true;
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/grid/devices/{id}/wipe": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 抹掉一部手机 / Erase a lost phone when it next calls */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            /** @enum {boolean} */
                            readonly done: true;
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/grid/devices/{id}/wiped": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 已经抹掉 / This phone has erased everything */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            /** @enum {boolean} */
                            readonly done: true;
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/fieldwork/board": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 走访进展 / How far the rounds are */
        readonly get: {
            readonly parameters: {
                readonly query?: {
                    readonly community?: string;
                };
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            /** @description Those whose board the asker may see */
                            readonly communities: readonly {
                                readonly id: string;
                                readonly title: string;
                            }[];
                            readonly community: string;
                            readonly quarter: {
                                /** @description YYYY-MM-DD */
                                readonly from: string;
                                /** @description YYYY-MM-DD */
                                readonly until: string;
                            };
                            readonly grids: readonly {
                                readonly id: string;
                                readonly title: string;
                                /** @description False for homes that lie in no grid yet */
                                readonly drawn: boolean;
                                readonly homes: number;
                                /** @description Somebody was met there this quarter */
                                readonly visited: number;
                                readonly overdue: number;
                                readonly never: number;
                            }[];
                            /** @description Whether the asker says if reasons hold */
                            readonly answersReasons: boolean;
                            readonly workers: readonly {
                                /** Format: uuid */
                                readonly person: string;
                                readonly name: string;
                                readonly grids: readonly string[];
                                readonly duties: readonly {
                                    readonly id: string;
                                    /** Format: title */
                                    readonly title: Title;
                                    /** @enum {string} */
                                    readonly counts: "days" | "homes" | "entries";
                                    /** @enum {string} */
                                    readonly per: "week" | "month" | "quarter";
                                    /** @description YYYY-MM-DD */
                                    readonly from: string;
                                    /** @description YYYY-MM-DD */
                                    readonly until: string;
                                    readonly done: number;
                                    readonly least: number;
                                    /**
                                     * @description A reason was given for days of its period; the figure is as it is
                                     * @enum {string}
                                     */
                                    readonly explained?: "waiting" | "accepted" | "refused";
                                }[];
                                readonly reasons: readonly {
                                    /** Format: uuid */
                                    readonly id: string;
                                    /** Format: title */
                                    readonly title: Title;
                                    /** @description YYYY-MM-DD */
                                    readonly from: string;
                                    /** @description YYYY-MM-DD */
                                    readonly until: string;
                                    /** @description Epoch milliseconds, UTC */
                                    readonly at: number;
                                    /** @enum {string} */
                                    readonly state: "waiting" | "accepted" | "refused";
                                    /** @description For the worker and whoever answers */
                                    readonly words?: string;
                                    readonly answer?: string;
                                    readonly answeredBy?: string;
                                }[];
                            }[];
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/fieldwork/homes": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 数字背后的住户 / The homes behind a figure */
        readonly get: {
            readonly parameters: {
                readonly query: {
                    readonly community: string;
                    readonly grid?: string;
                    readonly figure: "homes" | "visited" | "overdue" | "awaited" | "never" | "risky" | "empty";
                    /** @description The period of `visited` */
                    readonly per?: "month" | "quarter";
                    /** @description Opaque; from the page before */
                    readonly cursor?: string;
                };
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly rows: readonly {
                                /** Format: uuid */
                                readonly id: string;
                                readonly community: string;
                                readonly grid: {
                                    readonly id: string;
                                    readonly title: string;
                                };
                                readonly address: string;
                                readonly risk: string;
                                /** Format: title */
                                readonly riskTitle: Title;
                                /** @description Epoch milliseconds, UTC */
                                readonly visitedAt?: number;
                                /** @description YYYY-MM-DD */
                                readonly dueOn: string;
                            }[];
                            readonly next?: string;
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/fieldwork/inspections": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 检查进展 / How far the inspections are */
        readonly get: {
            readonly parameters: {
                readonly query: {
                    readonly community: string;
                };
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly rows: readonly {
                                readonly grid: {
                                    readonly id: string;
                                    readonly title: string;
                                };
                                readonly drawn: boolean;
                                readonly round: {
                                    readonly id: string;
                                    /** Format: title */
                                    readonly title: Title;
                                };
                                /** @description Last day of the period */
                                readonly until: string;
                                /** @description Organisations that are inspected once in the period */
                                readonly owed: number;
                                readonly done: number;
                                readonly due: number;
                                /** @description Where a failed item is still being put right */
                                readonly faulty: number;
                            }[];
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/fieldwork/places": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 数字背后的单位 / The organisations behind a figure */
        readonly get: {
            readonly parameters: {
                readonly query: {
                    readonly community: string;
                    readonly grid?: string;
                    readonly round?: string;
                    readonly figure: "owed" | "done" | "due" | "faulty";
                };
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly rows: readonly {
                                /** Format: uuid */
                                readonly id: string;
                                readonly community: string;
                                readonly name: string;
                                /** Format: title */
                                readonly kind: Title;
                                readonly address: string;
                                readonly grid: {
                                    readonly id: string;
                                    readonly title: string;
                                };
                                /** @description YYYY-MM-DD */
                                readonly until: string;
                                readonly done: boolean;
                                readonly openFaults: number;
                                /** @description Epoch milliseconds, UTC */
                                readonly inspectedAt?: number;
                            }[];
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/fieldwork/community": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 社区一图 / A community at a glance */
        readonly get: {
            readonly parameters: {
                readonly query?: {
                    readonly community?: string;
                };
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            /** @description Those whose board the asker may see */
                            readonly communities: readonly {
                                readonly id: string;
                                /** Format: title */
                                readonly title: Title;
                            }[];
                            readonly community: {
                                readonly id: string;
                                /** Format: title */
                                readonly title: Title;
                                readonly place: string;
                            };
                            readonly month: {
                                /** @description YYYY-MM-DD */
                                readonly from: string;
                                /** @description YYYY-MM-DD */
                                readonly until: string;
                            };
                            /** @description Those that the asker may see here */
                            readonly figures: readonly ("homes" | "points" | "visited" | "awaited" | "matters" | "late" | "risky" | "never" | "empty" | "unlived" | "workers")[];
                            /** @description Whether figures of homes open their homes */
                            readonly opensHomes: boolean;
                            readonly opensGrids: boolean;
                            readonly workload?: {
                                readonly home: number;
                                readonly resident: number;
                                readonly matter: number;
                                readonly riskHome: number;
                            };
                            readonly grids: readonly {
                                readonly id: string;
                                /** Format: title */
                                readonly title: Title;
                                /** @enum {string} */
                                readonly kind: "micro" | "exclusive" | "general" | "undrawn";
                                /** @enum {string} */
                                readonly outside?: "small" | "large";
                                readonly workers: readonly string[];
                                /** @description By name; only those of `figures` */
                                readonly figures: {
                                    readonly [key: string]: number;
                                };
                            }[];
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/fieldwork/homes/{community}/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 一户的走访 / The rounds of one home */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly community: string;
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            /** Format: uuid */
                            readonly id: string;
                            readonly community: string;
                            readonly address: string;
                            readonly grid: {
                                readonly id: string;
                                readonly title: string;
                            };
                            readonly risk: string;
                            /** @description Epoch milliseconds, UTC */
                            readonly visitedAt?: number;
                            /** @description YYYY-MM-DD */
                            readonly dueOn: string;
                            readonly risks: readonly {
                                readonly id: string;
                                /** Format: title */
                                readonly title: Title;
                                readonly visitEveryDays: number;
                            }[];
                            readonly maySetRisk: boolean;
                            readonly visits: readonly {
                                /** Format: uuid */
                                readonly id: string;
                                /** Format: title */
                                readonly title: Title;
                                /** @description Epoch milliseconds, UTC */
                                readonly at: number;
                                readonly met: boolean;
                                readonly by: string;
                                /** @description What was seen of the risk */
                                readonly risk?: string;
                            }[];
                            /** @description What the office said of the risk, latest first */
                            readonly changes: readonly {
                                /** Format: uuid */
                                readonly id: string;
                                readonly before: string;
                                readonly after: string;
                                /** @description Epoch milliseconds, UTC */
                                readonly at: number;
                                readonly by: string;
                                readonly reason: string;
                            }[];
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/fieldwork/homes/{community}/{id}/risk": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 定风险 / Set the risk */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly community: string;
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        /** @description The risk that was seen */
                        readonly from: string;
                        readonly to: string;
                        readonly reason: string;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            /** Format: uuid */
                            readonly id: string;
                            readonly community: string;
                            readonly address: string;
                            readonly grid: {
                                readonly id: string;
                                readonly title: string;
                            };
                            readonly risk: string;
                            /** @description Epoch milliseconds, UTC */
                            readonly visitedAt?: number;
                            /** @description YYYY-MM-DD */
                            readonly dueOn: string;
                            readonly risks: readonly {
                                readonly id: string;
                                /** Format: title */
                                readonly title: Title;
                                readonly visitEveryDays: number;
                            }[];
                            readonly maySetRisk: boolean;
                            readonly visits: readonly {
                                /** Format: uuid */
                                readonly id: string;
                                /** Format: title */
                                readonly title: Title;
                                /** @description Epoch milliseconds, UTC */
                                readonly at: number;
                                readonly met: boolean;
                                readonly by: string;
                                /** @description What was seen of the risk */
                                readonly risk?: string;
                            }[];
                            /** @description What the office said of the risk, latest first */
                            readonly changes: readonly {
                                /** Format: uuid */
                                readonly id: string;
                                readonly before: string;
                                readonly after: string;
                                /** @description Epoch milliseconds, UTC */
                                readonly at: number;
                                readonly by: string;
                                readonly reason: string;
                            }[];
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/fieldwork/reasons": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 我的履职和说明 / My duties and the reasons I gave */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly seats: readonly {
                                readonly community: string;
                                readonly kinds: readonly {
                                    readonly value: string;
                                    /** Format: title */
                                    readonly title: Title;
                                    /**
                                     * Format: title
                                     * @description When to choose it
                                     */
                                    readonly hint?: Title;
                                }[];
                                readonly duties: readonly {
                                    readonly id: string;
                                    /** Format: title */
                                    readonly title: Title;
                                    /** @enum {string} */
                                    readonly counts: "days" | "homes" | "entries";
                                    /** @enum {string} */
                                    readonly per: "week" | "month" | "quarter";
                                    /** @description YYYY-MM-DD */
                                    readonly from: string;
                                    /** @description YYYY-MM-DD */
                                    readonly until: string;
                                    readonly done: number;
                                    readonly least: number;
                                    /**
                                     * @description A reason was given for days of its period; the figure is as it is
                                     * @enum {string}
                                     */
                                    readonly explained?: "waiting" | "accepted" | "refused";
                                }[];
                                readonly reasons: readonly {
                                    /** Format: uuid */
                                    readonly id: string;
                                    /** Format: title */
                                    readonly title: Title;
                                    /** @description YYYY-MM-DD */
                                    readonly from: string;
                                    /** @description YYYY-MM-DD */
                                    readonly until: string;
                                    /** @description Epoch milliseconds, UTC */
                                    readonly at: number;
                                    /** @enum {string} */
                                    readonly state: "waiting" | "accepted" | "refused";
                                    /** @description For the worker and whoever answers */
                                    readonly words?: string;
                                    readonly answer?: string;
                                    readonly answeredBy?: string;
                                }[];
                            }[];
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly put?: never;
        /** 说明为什么 / Give a reason for some days */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        /**
                         * Format: uuid
                         * @description Made by the page; repeating it never acts twice
                         */
                        readonly id: string;
                        readonly community: string;
                        readonly kind: string;
                        /** @description YYYY-MM-DD */
                        readonly from: string;
                        /** @description YYYY-MM-DD */
                        readonly until: string;
                        /** @default  */
                        readonly words?: string;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            /** @enum {boolean} */
                            readonly done: true;
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/fieldwork/recorded": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 记下了我什么 / What is recorded of my rounds */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            /** @description Visits, patrols, notes */
                            readonly entries: number;
                            /** @description Epoch milliseconds, UTC */
                            readonly first?: number;
                            /** @description Epoch milliseconds, UTC */
                            readonly last?: number;
                            /** @description Matters raised from them */
                            readonly raised: number;
                            readonly phones: readonly {
                                /** Format: uuid */
                                readonly id: string;
                                readonly title: string;
                                /** @description Epoch milliseconds, UTC */
                                readonly seenAt: number;
                            }[];
                            /** @description The last times that homes went onto a phone, latest first */
                            readonly taken: readonly {
                                /** @description Epoch milliseconds, UTC */
                                readonly at: number;
                                readonly phone: string;
                                readonly homes: number;
                                readonly residents: number;
                            }[];
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/fieldwork/reasons/{community}/{id}/withdraw": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 撤回说明 / Take a reason back */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly community: string;
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            /** @enum {boolean} */
                            readonly done: true;
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/fieldwork/reasons/{community}/{id}/answer": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 看说明 / Say whether a reason holds */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly community: string;
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        readonly accepted: boolean;
                        /** @default  */
                        readonly words?: string;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            /** @enum {boolean} */
                            readonly done: true;
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/grids/{community}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 一个社区的网格 / A community’s grids: homes, work, who, changes */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly community: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly community: {
                                readonly id: string;
                                /** Format: title */
                                readonly title: Title;
                                readonly place: string;
                            };
                            readonly today: string;
                            readonly rules?: {
                                readonly micro: {
                                    readonly least: number;
                                    readonly most: number;
                                };
                                readonly general: {
                                    readonly least: number;
                                    readonly most: number;
                                };
                                readonly workload: {
                                    readonly home: number;
                                    readonly resident: number;
                                    readonly matter: number;
                                    readonly riskHome: number;
                                };
                            };
                            readonly grids: readonly {
                                readonly id: string;
                                /** Format: title */
                                readonly title: Title;
                                /**
                                 * @description undrawn: homes that nobody has drawn into a grid
                                 * @enum {string}
                                 */
                                readonly kind: "micro" | "exclusive" | "general" | "undrawn";
                                /** @description The general grid around it */
                                readonly general?: string;
                                readonly load: {
                                    readonly buildings: number;
                                    readonly households: number;
                                    readonly residents: number;
                                    /** @description Open matters of its buildings */
                                    readonly matters: number;
                                    /** @description Homes that are due more often than the rest */
                                    readonly riskHomes: number;
                                    /** @description Work, by the points of the charter */
                                    readonly points: number;
                                };
                                /**
                                 * @description Its size is not within the charter’s range
                                 * @enum {string}
                                 */
                                readonly outside?: "small" | "large";
                            }[];
                            readonly blocks: readonly {
                                readonly compound: string;
                                readonly building: string;
                                readonly unit: string;
                                readonly grid: string;
                                readonly households: number;
                                readonly residents: number;
                                readonly matters: number;
                                readonly riskHomes: number;
                                readonly points: number;
                                /** @description Longitude and latitude */
                                readonly at?: readonly number[];
                            }[];
                            /** @description Buildings that lie in more than one grid */
                            readonly apart: readonly {
                                readonly compound: string;
                                readonly building: string;
                            }[];
                            /** @description Who may be given a grid, and in which they sit today */
                            readonly workers: readonly {
                                /** Format: uuid */
                                readonly person: string;
                                readonly name: string;
                                readonly grids: readonly string[];
                            }[];
                            readonly changes: readonly {
                                /** Format: uuid */
                                readonly id: string;
                                readonly from: string;
                                readonly reason: string;
                                /** @enum {string} */
                                readonly state: "waiting" | "done" | "withdrawn" | "stuck";
                                readonly by: string;
                                /** Format: title */
                                readonly organ: Title;
                                /** Format: title */
                                readonly post: Title;
                                /** @description Epoch milliseconds, UTC */
                                readonly decidedAt: number;
                                readonly opens: readonly {
                                    readonly title: string;
                                    /**
                                     * @description undrawn: homes that nobody has drawn into a grid
                                     * @enum {string}
                                     */
                                    readonly kind: "micro" | "exclusive" | "general" | "undrawn";
                                }[];
                                readonly closes: readonly {
                                    /** Format: title */
                                    readonly title: Title;
                                    /** Format: title */
                                    readonly into: Title;
                                }[];
                                readonly moves: readonly {
                                    readonly compound: string;
                                    readonly building: string;
                                    readonly unit?: string;
                                    /** Format: title */
                                    readonly to: Title;
                                }[];
                            }[];
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/grids/{community}/propose": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 试着分 / How some grids may be shared among so many */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly community: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        readonly grids: readonly string[];
                        readonly count: number;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly groups: readonly {
                                readonly blocks: readonly {
                                    readonly compound: string;
                                    readonly building: string;
                                    readonly unit: string;
                                    readonly households: number;
                                }[];
                                readonly households: number;
                                readonly points: number;
                                /**
                                 * @description Its size is not within the charter’s range
                                 * @enum {string}
                                 */
                                readonly outside?: "small" | "large";
                            }[];
                            readonly apart: readonly {
                                readonly compound: string;
                                readonly building: string;
                            }[];
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/grids/{community}/preview": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 先看结果 / What each grid would hold, before anything is decided */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly community: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        readonly draft: {
                            readonly opens: readonly {
                                /** @description Stands for the new grid within the draft */
                                readonly key: string;
                                readonly title: string;
                                /** @enum {string} */
                                readonly kind: "micro" | "exclusive";
                            }[];
                            readonly closes: readonly {
                                readonly grid: string;
                                readonly into: string;
                            }[];
                            readonly moves: readonly {
                                readonly compound: string;
                                readonly building: string;
                                readonly unit?: string;
                                readonly to: string;
                            }[];
                        };
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly rows: readonly {
                                readonly id: string;
                                /** Format: title */
                                readonly title: Title;
                                /**
                                 * @description undrawn: homes that nobody has drawn into a grid
                                 * @enum {string}
                                 */
                                readonly kind: "micro" | "exclusive" | "general" | "undrawn";
                                /** @enum {string} */
                                readonly change: "opens" | "closes" | "changes";
                                readonly before: {
                                    readonly buildings: number;
                                    readonly households: number;
                                    readonly residents: number;
                                    /** @description Open matters of its buildings */
                                    readonly matters: number;
                                    /** @description Homes that are due more often than the rest */
                                    readonly riskHomes: number;
                                    /** @description Work, by the points of the charter */
                                    readonly points: number;
                                };
                                readonly after: {
                                    readonly buildings: number;
                                    readonly households: number;
                                    readonly residents: number;
                                    /** @description Open matters of its buildings */
                                    readonly matters: number;
                                    /** @description Homes that are due more often than the rest */
                                    readonly riskHomes: number;
                                    /** @description Work, by the points of the charter */
                                    readonly points: number;
                                };
                                /**
                                 * @description Its size is not within the charter’s range
                                 * @enum {string}
                                 */
                                readonly outside?: "small" | "large";
                                readonly blocks: readonly {
                                    readonly compound: string;
                                    readonly building: string;
                                    readonly unit: string;
                                    readonly grid: string;
                                    readonly households: number;
                                    readonly residents: number;
                                    readonly matters: number;
                                    readonly riskHomes: number;
                                    readonly points: number;
                                    /** @description Longitude and latitude */
                                    readonly at?: readonly number[];
                                }[];
                            }[];
                            readonly apart: readonly {
                                readonly compound: string;
                                readonly building: string;
                            }[];
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/grids/{community}/changes": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 决定调整 / Decide a change, from a day on */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly community: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        readonly draft: {
                            readonly opens: readonly {
                                /** @description Stands for the new grid within the draft */
                                readonly key: string;
                                readonly title: string;
                                /** @enum {string} */
                                readonly kind: "micro" | "exclusive";
                            }[];
                            readonly closes: readonly {
                                readonly grid: string;
                                readonly into: string;
                            }[];
                            readonly moves: readonly {
                                readonly compound: string;
                                readonly building: string;
                                readonly unit?: string;
                                readonly to: string;
                            }[];
                        };
                        readonly seats: readonly {
                            readonly grid: string;
                            /** Format: uuid */
                            readonly person: string;
                        }[];
                        readonly from: string;
                        readonly reason: string;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            /** Format: uuid */
                            readonly id: string;
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/grids/{community}/changes/{id}/withdraw": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 撤回 / Take back a change that has not taken effect */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly community: string;
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": Record<string, never>;
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/halls/{community}/{id}/{mark}/events": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 会场大屏的实时更新（SSE） */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly community: string;
                    readonly id: string;
                    readonly mark: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/events": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 实时更新（SSE） */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/registry/owners/imports": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * 导入业主 / Who owns the homes of a community, from CSV or XLSX
         * @description multipart/form-data: `file`, `community`, and optionally `dryRun`
         */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            /** @description Rows with content */
                            readonly rows: number;
                            /** @description Taken in now; in a dry run, ready to be */
                            readonly accepted: number;
                            /** @description Taken in by an earlier import */
                            readonly known: number;
                            readonly errorCount: number;
                            /** @description At most 1,000; the file holds all */
                            readonly errors: readonly {
                                /** @description As a spreadsheet counts: the titles are row 1 */
                                readonly row: number;
                                /** @description Title of the column */
                                readonly field?: string;
                                readonly message: string;
                            }[];
                            /** @description CSV of the rows in error as they came, with reasons: correct it and import it again */
                            readonly errorFile?: string;
                            readonly unusedColumns: readonly string[];
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/registry/owners/imports/columns": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * 认一认栏目 / What the columns of a table would be taken for
         * @description multipart/form-data: `file`, `community`, and optionally `titlesIn`
         */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            /** @description What a column can be */
                            readonly fields: readonly string[];
                            /** @description Of each group of fields the table must have one */
                            readonly needed: readonly (readonly string[])[];
                            readonly columns: readonly {
                                readonly title: string;
                                /** @description What it is taken for */
                                readonly field?: string;
                                /** @description Known to be nothing that is taken in */
                                readonly ignored: boolean;
                            }[];
                            /** @description The first rows of the file as they stand, shortened */
                            readonly rows: readonly (readonly string[])[];
                            /** @description Why no row of titles was found */
                            readonly fault?: string;
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/registry/imports": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * 导入底数 / A community’s household table, from CSV or XLSX
         * @description multipart/form-data: `file`, `community`, and optionally `dryRun`
         */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            /** @description Rows with content */
                            readonly rows: number;
                            /** @description Taken in now; in a dry run, ready to be */
                            readonly accepted: number;
                            /** @description Taken in by an earlier import */
                            readonly known: number;
                            readonly errorCount: number;
                            /** @description At most 1,000; the file holds all */
                            readonly errors: readonly {
                                /** @description As a spreadsheet counts: the titles are row 1 */
                                readonly row: number;
                                /** @description Title of the column */
                                readonly field?: string;
                                readonly message: string;
                            }[];
                            /** @description CSV of the rows in error as they came, with reasons: correct it and import it again */
                            readonly errorFile?: string;
                            readonly unusedColumns: readonly string[];
                            /** @description Known residents who are now in another home */
                            readonly moved: number;
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/registry/imports/columns": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * 认一认栏目 / What the columns of a table would be taken for
         * @description multipart/form-data: `file`, `community`, and optionally `titlesIn`
         */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            /** @description What a column can be */
                            readonly fields: readonly string[];
                            /** @description Of each group of fields the table must have one */
                            readonly needed: readonly (readonly string[])[];
                            readonly columns: readonly {
                                readonly title: string;
                                /** @description What it is taken for */
                                readonly field?: string;
                                /** @description Known to be nothing that is taken in */
                                readonly ignored: boolean;
                            }[];
                            /** @description The first rows of the file as they stand, shortened */
                            readonly rows: readonly (readonly string[])[];
                            /** @description Why no row of titles was found */
                            readonly fault?: string;
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/organisations/imports": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * 导入单位 / A community’s organisations, from CSV or XLSX
         * @description multipart/form-data: `file`, `community`, and optionally `dryRun`
         */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            /** @description Rows with content */
                            readonly rows: number;
                            /** @description Taken in now; in a dry run, ready to be */
                            readonly accepted: number;
                            /** @description Taken in by an earlier import */
                            readonly known: number;
                            readonly errorCount: number;
                            /** @description At most 1,000; the file holds all */
                            readonly errors: readonly {
                                /** @description As a spreadsheet counts: the titles are row 1 */
                                readonly row: number;
                                /** @description Title of the column */
                                readonly field?: string;
                                readonly message: string;
                            }[];
                            /** @description CSV of the rows in error as they came, with reasons: correct it and import it again */
                            readonly errorFile?: string;
                            readonly unusedColumns: readonly string[];
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/organisations/imports/columns": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * 认一认栏目 / What the columns of a table would be taken for
         * @description multipart/form-data: `file`, `community`, and optionally `titlesIn`
         */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            /** @description What a column can be */
                            readonly fields: readonly string[];
                            /** @description Of each group of fields the table must have one */
                            readonly needed: readonly (readonly string[])[];
                            readonly columns: readonly {
                                readonly title: string;
                                /** @description What it is taken for */
                                readonly field?: string;
                                /** @description Known to be nothing that is taken in */
                                readonly ignored: boolean;
                            }[];
                            /** @description The first rows of the file as they stand, shortened */
                            readonly rows: readonly (readonly string[])[];
                            /** @description Why no row of titles was found */
                            readonly fault?: string;
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/imports": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * 导入工单 / Tickets of another system, from CSV or XLSX
         * @description multipart/form-data: `file`, and optionally `mapping`, `community`, `dryRun`
         */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            /** @description Rows with content */
                            readonly rows: number;
                            /** @description Taken in now; in a dry run, ready to be */
                            readonly accepted: number;
                            /** @description Taken in by an earlier import */
                            readonly known: number;
                            readonly errorCount: number;
                            /** @description At most 1,000; the file holds all */
                            readonly errors: readonly {
                                /** @description As a spreadsheet counts: the titles are row 1 */
                                readonly row: number;
                                /** @description Title of the column */
                                readonly field?: string;
                                readonly message: string;
                            }[];
                            /** @description CSV of the rows in error as they came, with reasons: correct it and import it again */
                            readonly errorFile?: string;
                            readonly unusedColumns: readonly string[];
                        };
                    };
                };
                /** @description A refusal: code, words, and the field or rule concerned */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly error: {
                                readonly code: string;
                                readonly message: string;
                                readonly about?: string;
                                readonly law?: string;
                            };
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/uploads": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** tus 1.0.0 上传照片 */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        readonly delete?: never;
        /** tus 1.0.0 上传照片 */
        readonly options: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/uploads/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /** tus 1.0.0 上传照片 */
        readonly delete: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        readonly options?: never;
        /** tus 1.0.0 上传照片 */
        readonly head: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        /** tus 1.0.0 上传照片 */
        readonly patch: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        readonly trace?: never;
    };
    readonly "/api/files/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 看照片 */
        readonly get: {
            readonly parameters: {
                readonly query?: {
                    readonly size?: "full" | "thumbnail";
                };
                readonly header?: never;
                readonly path: {
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: never;
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
