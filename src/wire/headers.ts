/** Names the person in whose name a client asks (GMS reference, conventions). */
export const USER_HEADER = 'gms_user';
