export { guestRoutes } from './guest.routes';
export { forgetGuests, register, setPlaces } from './guest.actions';
