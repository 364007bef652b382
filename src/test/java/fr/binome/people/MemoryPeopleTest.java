package fr.binome.people;

import fr.binome.people.memory.MemoryPeople;

class MemoryPeopleTest extends PeopleContract {
    @Override
    protected PeopleStore open() {
        return new MemoryPeople();
    }
}
