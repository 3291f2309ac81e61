/** Names the person in whose name a client asks (GMS reference, conventions). */
export const USER_HEADER = 'gms_user';

/** Chooses the tenant of a shared GMS (GMS reference, conventions). */
export const CONTACT_CENTER_HEADER = 'ContactCenterId';
