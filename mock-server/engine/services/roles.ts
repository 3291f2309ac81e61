/** The roles that a person can have (GMS reference, roles and permissions). */
export const ROLES = ['Supervisor', 'Administrator', 'CallbackReadOnly'] as const;

export type Role = (typeof ROLES)[number];

/** Whether a text is a role, in its spelling. */
export function isRole(text: string): text is Role {
  return (ROLES as readonly string[]).includes(text);
}
